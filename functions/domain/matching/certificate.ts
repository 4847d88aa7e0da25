import { boundBy, type Weigh } from './bound.ts';
import { type Core, forbidden, type Scale, type Solution, scaleOf, weightOf } from './core.ts';

/**
 * Whether an assignment is the best one, checked by code that shares nothing with the solver but the problem and its
 * weights. Any column prices bound every assignment from above: no row gains more than the best panel that its own rules
 * allow at weight less price, and no column pays less than its price at the bound that its sign points to. An assignment
 * that reaches its bound is optimal (weak duality); sums are exact integers.
 */
export type CertificateReport = {
  readonly holds: boolean;
  /** What does not hold, in English: for engineers and the dossier's checker. */
  readonly faults: readonly string[];
  /** The assignment's weight, and the bound that its prices give over the whole matrix. */
  readonly primal: bigint;
  readonly dual: bigint;
};

/**
 * By what an assignment is best: `draw` by fit and then the draw's tie numbers, as `solve` makes it; `fit` by fit alone,
 * as after a repair, which keeps what stands rather than what the draw would choose.
 */
export type Measure = 'draw' | 'fit';

const FAULTS_SHOWN = 20;

/** @returns a report that holds only if the solution is allowed in every respect and no assignment is better. */
export function certify(core: Core, solution: Solution, by: Measure = 'draw'): CertificateReport {
  const faults = [...shapeFaults(core, solution)];
  if (faults.length > 0) return { holds: false, faults, primal: 0n, dual: 0n };
  faults.push(...panelFaults(core, solution), ...loadFaults(core, solution), ...pinFaults(core, solution));
  const weigh = weigherOf(core, by);
  const primal = primalOf(core, solution, weigh);
  const dual = boundBy(core, solution.prices, weigh);
  if (dual === undefined) faults.push('a row has no panel that its rules allow');
  else if (primal !== dual) faults.push(`weight ${primal} is not the bound ${dual}`);
  if (totalOf(core, solution) !== solution.total) faults.push(`the total is not ${solution.total}`);
  return { holds: faults.length === 0, faults: faults.slice(0, FAULTS_SHOWN), primal, dual: dual ?? 0n };
}

function weigherOf(core: Core, by: Measure): Weigh {
  const scale: Scale = scaleOf(core);
  if (by === 'draw') return (row, column) => weightOf(core, scale, row, column);
  return (row, column) => (core.fit[row * core.columns + column] as number) * (core.factors?.[row] ?? 1) * scale.scale;
}

/** What would make the sums meaningless. */
function* shapeFaults(core: Core, { members, offsets, prices }: Solution): Generator<string> {
  if (offsets.length !== core.rows + 1) yield `${offsets.length} offsets for ${core.rows} rows`;
  if (offsets[0] !== 0 || offsets.at(-1) !== members.length) yield 'the offsets do not span the members';
  if (offsets.some((offset, row) => row > 0 && offset < (offsets[row - 1] as number))) yield 'an offset falls';
  if (prices.length !== core.columns) yield `${prices.length} prices for ${core.columns} columns`;
  if (!prices.every((price) => Number.isSafeInteger(price))) yield 'a price is not a safe whole number';
  if (members.some((column) => column < 0 || column >= core.columns)) yield 'a member is no column';
}

const panelOf = ({ members, offsets }: Solution, row: number): Int32Array =>
  members.subarray(offsets[row] as number, offsets[row + 1] as number);

function* panelFaults(core: Core, solution: Solution): Generator<string> {
  for (let row = 0; row < core.rows; row += 1) {
    const panel = panelOf(solution, row);
    if (panel.length !== core.sizes[row]) yield `row ${row} has ${panel.length} members, not ${core.sizes[row]}`;
    if (panel.some((column, at) => at > 0 && column <= (panel[at - 1] as number))) yield `row ${row} is not ascending`;
    if (panel.some((column) => core.fit[row * core.columns + column] === forbidden)) yield `row ${row}: forbidden pair`;
    const organizations = [...panel].map((column) => core.organization?.[column] ?? -1).filter((each) => each >= 0);
    if (new Set(organizations).size < organizations.length) yield `row ${row}: two members of an organization`;
    const outside = panel.filter((column) => core.outside?.[column] === 1).length;
    if (outside < (core.outsiders ?? 0)) yield `row ${row} has ${outside} outsiders, not ${core.outsiders}`;
  }
}

function* loadFaults(core: Core, { members }: Solution): Generator<string> {
  const loads = new Int32Array(core.columns);
  for (const column of members) loads[column] = (loads[column] as number) + 1;
  for (const [column, load] of loads.entries()) {
    const least = core.least[column] as number;
    const most = core.most[column] as number;
    if (load < least || load > most) yield `column ${column} has load ${load}, not ${least} … ${most}`;
  }
}

function* pinFaults(core: Core, solution: Solution): Generator<string> {
  for (const [row, column] of core.pins) {
    if (!panelOf(solution, row).includes(column)) yield `the pin of row ${row} and column ${column} is missing`;
  }
}

function primalOf(core: Core, solution: Solution, weigh: Weigh): bigint {
  let sum = 0n;
  for (let row = 0; row < core.rows; row += 1) {
    for (const column of panelOf(solution, row)) sum += BigInt(weigh(row, column));
  }
  return sum;
}

function totalOf(core: Core, solution: Solution): number {
  let sum = 0;
  for (let row = 0; row < core.rows; row += 1) {
    for (const column of panelOf(solution, row)) sum += core.fit[row * core.columns + column] as number;
  }
  return sum;
}
