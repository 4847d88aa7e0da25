import { createHash } from 'node:crypto';
import { canonical, sha256 } from './canonical.ts';

/** The frozen inputs of a draw, as docs/draw.md describes their file. */
type Inputs = {
  readonly aim: string;
  readonly seed: string;
  readonly onePerOrganization: boolean;
  readonly outsiders: number;
  readonly reviewers: readonly Reviewer[];
  readonly applications: readonly Application[];
  /** By application, then by reviewer; below 0: a pair that must not be. */
  readonly fit: readonly Int16Array[];
  /** Positions of application and reviewer. */
  readonly pins: readonly (readonly [number, number])[];
};
type Reviewer = {
  readonly reviewerId: string;
  readonly drawKey: string;
  readonly least: number;
  readonly most: number;
  readonly organization: number;
  readonly outside: boolean;
};
type Application = { readonly applicationId: string; readonly drawKey: string; readonly size: number };
type Panel = { readonly applicationId: string; readonly reviewerIds: readonly string[] };
type Certificate = {
  readonly inputHash: string;
  readonly total: number;
  readonly prices: readonly number[];
  readonly pins: readonly (readonly [number, number])[];
};

/** The files of one draw, and what its line tells of them. */
export type DrawFiles = {
  readonly inputs: string;
  readonly panels: string;
  readonly certificate: string;
  readonly told: {
    readonly inputHash: string;
    readonly outputHash: string;
    readonly totalFit: number;
    readonly seed: string;
  };
};

const fitsIn = (base64: string): Int16Array => {
  const bytes = Buffer.from(base64, 'base64');
  return Int16Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readInt16LE(at * 2));
};

function readInputs(text: string): Inputs {
  const lines = text.split('\n').filter((line) => line !== '');
  const [head, ...rest] = lines.map((line) => JSON.parse(line));
  const reviewers: Reviewer[] = rest.slice(0, head.reviewers);
  const applications: (Application & { fit: string })[] = rest.slice(
    head.reviewers,
    head.reviewers + head.applications,
  );
  const rowOf = new Map(applications.map(({ applicationId }, row) => [applicationId, row]));
  const columnOf = new Map(reviewers.map(({ reviewerId }, column) => [reviewerId, column]));
  const pins: { applicationId: string; reviewerId: string }[] = rest.slice(head.reviewers + head.applications);
  return {
    ...head,
    reviewers,
    applications,
    fit: applications.map(({ fit }) => fitsIn(fit)),
    pins: pins.map((pin) => [rowOf.get(pin.applicationId) ?? -1, columnOf.get(pin.reviewerId) ?? -1]),
  };
}

const tieOf = (seed: string, key: string): number =>
  createHash('sha256').update(`${seed}\n${key}`).digest().readUInt32BE(0);

function mixed(a: number, b: number): number {
  let x = (a ^ b) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** The weight of a pair: fit first, then the tie number of the draw (docs/draw.md); by fit alone without ties. */
function weigher({ reviewers, applications, fit, seed }: Inputs, withTies: boolean) {
  const n = reviewers.length;
  const bits = Math.min(32, Math.floor(51 - Math.log2((n + 1) ** 2 * 1001)));
  const scale = (n + 1) * 2 ** bits;
  const columns = reviewers.map(({ drawKey }) => tieOf(seed, drawKey));
  const rows = applications.map(({ drawKey }) => tieOf(seed, drawKey));
  return (row: number, column: number): number =>
    (fit[row]?.[column] ?? 0) * scale + (withTies ? mixed(rows[row] ?? 0, columns[column] ?? 0) >>> (32 - bits) : 0);
}

type Option = { readonly column: number; readonly value: number };

/**
 * The best that one application could have at weight less price: what is pinned stays; of each organization only its
 * best counts; the wanted outside experts are the best of those, and the others the best of all that are left.
 */
function bestOf(
  inputs: Inputs,
  row: number,
  pinned: readonly number[],
  value: (column: number) => number,
): number | undefined {
  const { reviewers, onePerOrganization, outsiders, applications, fit } = inputs;
  const isOutside = (column: number): boolean => reviewers[column]?.outside ?? false;
  const organizationOf = (column: number): number | string =>
    onePerOrganization ? (reviewers[column]?.organization ?? column) : `alone-${column}`;
  const taken = new Set(pinned.map(organizationOf));
  const best = new Map<number | string, Option>();
  for (let column = 0; column < reviewers.length; column += 1) {
    if ((fit[row]?.[column] ?? -1) < 0 || pinned.includes(column) || taken.has(organizationOf(column))) continue;
    const option = { column, value: value(column) };
    const before = best.get(organizationOf(column));
    if (!before || option.value > before.value) best.set(organizationOf(column), option);
  }
  const options = [...best.values()].sort((a, b) => b.value - a.value);
  const seats = (applications[row]?.size ?? 0) - pinned.length;
  const wanted = Math.max(0, Math.min(outsiders, seats) - pinned.filter(isOutside).length);
  const outside = options.filter(({ column }) => isOutside(column)).slice(0, wanted);
  const others = options.filter((option) => !outside.includes(option)).slice(0, seats - outside.length);
  if (outside.length < wanted || outside.length + others.length < seats) return undefined;
  return [...pinned.map(value), ...[...outside, ...others].map((option) => option.value)].reduce(
    (sum, each) => sum + each,
    0,
  );
}

const byRow = (pins: readonly (readonly [number, number])[]): Map<number, number[]> => {
  const rows = new Map<number, number[]>();
  for (const [row, column] of pins) rows.set(row, [...(rows.get(row) ?? []), column]);
  return rows;
};

/** What no assignment can exceed at these prices, in the unit of the weights. */
function boundOf(
  inputs: Inputs,
  { prices, pins }: Certificate,
  weigh: (row: number, column: number) => number,
): bigint {
  const pinned = byRow(pins);
  const held = new Map<number, number>();
  for (const [, column] of pins) held.set(column, (held.get(column) ?? 0) + 1);
  let bound = 0n;
  for (const [column, price] of prices.entries()) {
    const { least = 0, most = 0 } = inputs.reviewers[column] ?? {};
    const load = price > 0 ? Math.min(most, inputs.applications.length) : Math.max(least, held.get(column) ?? 0);
    bound += BigInt(price) * BigInt(load);
  }
  for (let row = 0; row < inputs.applications.length; row += 1) {
    const own = bestOf(inputs, row, pinned.get(row) ?? [], (column) => weigh(row, column) - (prices[column] ?? 0));
    if (own === undefined) throw new Error(`application ${row} has no panel that the rules allow`);
    bound += BigInt(own);
  }
  return bound;
}

/** What an assignment must keep to, whatever it is worth. */
function* brokenRules(inputs: Inputs, panels: readonly (readonly number[])[]): Generator<string> {
  const loads = new Array<number>(inputs.reviewers.length).fill(0);
  for (const [row, panel] of panels.entries()) {
    const name = inputs.applications[row]?.applicationId;
    if (panel.length !== inputs.applications[row]?.size) yield `${name} has ${panel.length} reviewers`;
    if (new Set(panel).size !== panel.length) yield `${name} has a reviewer twice`;
    if (panel.some((column) => (inputs.fit[row]?.[column] ?? -1) < 0)) yield `${name} has a reviewer who must not be`;
    const organizations = panel.map((column) => inputs.reviewers[column]?.organization);
    if (inputs.onePerOrganization && new Set(organizations).size !== panel.length)
      yield `${name} has two of one organization`;
    const outside = panel.filter((column) => inputs.reviewers[column]?.outside).length;
    if (outside < inputs.outsiders) yield `${name} has ${outside} outside experts`;
    for (const column of panel) loads[column] = (loads[column] ?? 0) + 1;
  }
  for (const [column, load] of loads.entries()) {
    const { least = 0, most = 0, reviewerId } = inputs.reviewers[column] ?? {};
    if (load < least || load > most) yield `${reviewerId} has ${load}, not ${least} … ${most}`;
  }
  for (const [row, column] of inputs.pins) if (!panels[row]?.includes(column)) yield `a pin of row ${row} is missing`;
}

/** Everything that does not hold of a draw's files: hashes, rules, and that no better draw was possible. */
export function* drawFaults({ inputs: text, panels: outcome, certificate: proof, told }: DrawFiles): Generator<string> {
  if (sha256(text) !== told.inputHash)
    yield `the frozen inputs have the hash ${sha256(text)}, told is ${told.inputHash}`;
  const drawn: readonly Panel[] = JSON.parse(outcome);
  const outputHash = sha256(canonical(drawn));
  if (outputHash !== told.outputHash) yield `the panels have the hash ${outputHash}, told is ${told.outputHash}`;
  const inputs = readInputs(text);
  const certificate: Certificate = JSON.parse(proof);
  if (inputs.seed !== told.seed) yield `the seed of the inputs is ${inputs.seed}`;
  const columnOf = new Map(inputs.reviewers.map(({ reviewerId }, column) => [reviewerId, column]));
  const panels = drawn.map(({ reviewerIds }) => reviewerIds.map((id) => columnOf.get(id) ?? -1));
  const inOrder = drawn.every(({ applicationId }, row) => applicationId === inputs.applications[row]?.applicationId);
  if (!inOrder || drawn.length !== inputs.applications.length) yield 'the panels are not those of the applications';
  yield* brokenRules(inputs, panels);
  const total = panels
    .flatMap((panel, row) => panel.map((column) => inputs.fit[row]?.[column] ?? 0))
    .reduce((sum, fit) => sum + fit, 0);
  if (total !== told.totalFit || total !== certificate.total)
    yield `the total fit is ${total}, told are ${told.totalFit} and ${certificate.total}`;
  const key = ([row, column]: readonly [number, number]): string => `${row}/${column}`;
  const proven = new Set(certificate.pins.map(key));
  if (
    inputs.aim === 'sum' &&
    (proven.size !== inputs.pins.length || inputs.pins.some((pin) => !proven.has(key(pin))))
  ) {
    yield 'the certificate rests on other pins';
  }
  const reaches = (withTies: boolean): boolean => {
    const weigh = weigher(inputs, withTies);
    const weight = panels.reduce(
      (sum, panel, row) => panel.reduce((all, column) => all + BigInt(weigh(row, column)), sum),
      0n,
    );
    return weight === boundOf(inputs, certificate, weigh);
  };
  if (!reaches(true) && !(inputs.aim === 'worst-served' && reaches(false)))
    yield 'its prices do not prove that no better draw was possible';
}
