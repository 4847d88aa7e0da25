import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { barriers, type DrawApplication, type DrawProblem, type DrawReviewer } from './draw-problem.ts';
import { drawAims, drawRounds } from './draws.ts';

/**
 * The frozen inputs of a draw as a text of lines, docs/draw.md: a head, the reviewers, the applications each with its
 * row of fits, the pins. Each line is canonical JSON, and the hash is the SHA-256 of the file as it stands.
 */
const format = 'xuechuang-draw/1';

type Head = Pick<DrawProblem, 'round' | 'aim' | 'seed' | 'onePerOrganization' | 'outsiders'> & {
  readonly format: string;
  readonly algorithm: string;
  readonly barriers: readonly string[];
  readonly applications: number;
  readonly reviewers: number;
  readonly pins: number;
};

type ReviewerLine = Omit<DrawReviewer, 'name'>;
type ApplicationLine = Omit<DrawApplication, 'name'> & { readonly fit: string };

/** 16-bit whole numbers with sign, the lesser byte first: as every machine that Node runs on holds them. */
const encoded = (row: Int16Array): string => Buffer.from(row.buffer, row.byteOffset, row.byteLength).toString('base64');

function* linesOf(problem: DrawProblem, algorithm: string): Generator<object> {
  const { round, aim, seed, onePerOrganization, outsiders, applications, reviewers, pins, fit } = problem;
  const rules = { round, aim, seed, onePerOrganization, outsiders, algorithm };
  const counts = { applications: applications.length, reviewers: reviewers.length, pins: pins.length };
  yield { format, ...rules, ...counts, barriers };
  for (const { name: _, ...reviewer } of reviewers) yield reviewer;
  for (const [row, { name: _, ...application }] of applications.entries()) {
    const own = fit.subarray(row * reviewers.length, (row + 1) * reviewers.length);
    yield { ...application, fit: encoded(own) };
  }
  for (const [row, column] of pins) {
    yield { applicationId: applications[row]?.applicationId, reviewerId: reviewers[column]?.reviewerId };
  }
}

/** The file and the SHA-256 of its bytes, lower-case hex. */
export function drawFile(problem: DrawProblem, algorithm: string): { readonly text: string; readonly hash: string } {
  const hash = createHash('sha256');
  const lines: string[] = [];
  for (const line of linesOf(problem, algorithm)) {
    const text = `${canonicalJson(line)}\n`;
    hash.update(text);
    lines.push(text);
  }
  return { text: lines.join(''), hash: hash.digest('hex') };
}

/** The lines of a text that may be too long to be split at once. */
function* split(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end < 0 ? text.length : end);
    from = end < 0 ? text.length : end + 1;
  }
}

/** What a file of this system holds; names are not in it. @throws RangeError for another format. */
export function readDrawFile(text: string): DrawProblem & { readonly algorithm: string } {
  const lines = split(text);
  const read = <T>(): T => {
    const { value, done } = lines.next();
    if (done) throw new RangeError('The frozen inputs end too early');
    return JSON.parse(value) as T;
  };
  const { applications: rows, reviewers: columns, pins, format: found, barriers: names, ...rules } = read<Head>();
  const isKnown = found === format && names.join() === barriers.join();
  if (!isKnown || !drawRounds.includes(rules.round) || !drawAims.includes(rules.aim)) {
    throw new RangeError(`Not frozen inputs of this system: ${found}`);
  }
  const reviewers = Array.from({ length: columns }, () => ({ ...read<ReviewerLine>(), name: '' }));
  const fit = new Int16Array(rows * columns);
  const applications = Array.from({ length: rows }, (_, row) => {
    const { fit: own, ...application } = read<ApplicationLine>();
    const bytes = Buffer.from(own, 'base64');
    for (let column = 0; column < columns; column += 1) fit[row * columns + column] = bytes.readInt16LE(column * 2);
    return { ...application, name: '' };
  });
  const rowOf = new Map(applications.map(({ applicationId }, at) => [applicationId, at]));
  const columnOf = new Map(reviewers.map(({ reviewerId }, at) => [reviewerId, at]));
  const pinned = Array.from({ length: pins }, () => {
    const { applicationId, reviewerId } = read<{ applicationId: string; reviewerId: string }>();
    return [rowOf.get(applicationId) ?? -1, columnOf.get(reviewerId) ?? -1] as const;
  });
  return { ...rules, applications, reviewers, fit, pins: pinned };
}
