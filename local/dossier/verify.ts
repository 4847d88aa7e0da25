import { type Finding, sealedLines, Unreadable } from './lines.ts';
import { AnyLine } from './shapes.ts';
import { newState } from './state.ts';
import { take } from './take.ts';

export type Report = {
  readonly edition: 'public' | 'full' | undefined;
  readonly title: string | undefined;
  /** The hash of the last line: compare it with the one that the office published. */
  readonly root: string;
  readonly lines: number;
  readonly counts: Readonly<Record<string, number>>;
  /** The first ones; `more` were left off. */
  readonly findings: readonly Finding[];
  readonly more: number;
};

const MOST_TOLD = 200;

function parsed(text: string): { line: AnyLine } | { detail: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { detail: 'the line is no JSON' };
  }
  const read = AnyLine.safeParse(value);
  if (read.success) return { line: read.data };
  const [issue] = read.error.issues;
  return { detail: `${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'is not as described'}` };
}

/**
 * Checks a dossier line by line: shape, hashes, every step of the arithmetic, ranks, seats, list, publicity and counts.
 * Never holds more than one application's lines and a few numbers of each.
 * @param root if the office published one, the file must end in it.
 */
export async function verify(bytes: AsyncIterable<Uint8Array>, root?: string): Promise<Report> {
  const findings: Finding[] = [];
  let more = 0;
  const found = (finding: Finding): void => {
    if (findings.length < MOST_TOLD) findings.push(finding);
    else more += 1;
  };
  const state = newState(found);
  let last = '';
  let lines = 0;
  let ended = false;
  try {
    for await (const { at, text, hash } of sealedLines(bytes, found)) {
      last = hash;
      lines = at;
      if (ended) found({ line: at, rule: 'order', detail: 'a line follows the end' });
      const read = parsed(text);
      if ('detail' in read) {
        found({ line: at, rule: 'shape', detail: read.detail });
        continue;
      }
      if (at === 1 && read.line.kind !== 'dossier') found({ line: 1, rule: 'order', detail: 'the file has no head' });
      ended ||= read.line.kind === 'end';
      take(state, at, read.line);
    }
  } catch (error) {
    const detail = error instanceof Unreadable ? error.message : `the file cannot be read: ${String(error)}`;
    found({ line: lines + 1, rule: 'shape', detail });
  }
  if (!ended) found({ line: lines, rule: 'order', detail: 'the file is cut off: it has no end' });
  if (root !== undefined && root !== last) {
    found({ line: lines, rule: 'root', detail: `the file's root is ${last}, published is ${root}` });
  }
  const head = state.head?.line;
  return { edition: head?.edition, title: head?.title, root: last, lines, counts: state.counts, findings, more };
}
