import { type Core, type Solution, scaleOf } from './core.ts';
import { openExchange } from './exchange.ts';
import { competingRows, type LeastWitness, leastBound, narrowestRow, ownBests, pinsByRow } from './least-bound.ts';
import { panelAbove } from './panel-above.ts';

/** The share of the greatest total fit that fairness may give up, in parts of this many. */
const MOST_LOSS = 1000;
/** How many panels are given at most: each costs a search, and of tens of thousands of rows many lie low. */
const MOST_GIVEN = 128;
/** Rounds in which the panels that were given for fairness are chosen anew at the prices of the others. */
const POLISHING = 3;

export type Fairest = {
  readonly solution: Solution;
  /** The problem with the panels that fairness gave as pins: by it the rest is optimal, as `certify` by fit proves. */
  readonly core: Core;
  /** Every row has at least this total fit, or the best that it could have by itself. */
  readonly level: number;
  /** The least total fit of any row. */
  readonly least: number;
  /** No assignment at all has a greater least total fit; `leastBound` of the witness says so. */
  readonly bound: number;
  readonly witness: LeastWitness;
  /** Total fit that was given up against the optimum. */
  readonly loss: number;
};

type Levelled = Pick<Fairest, 'solution' | 'core' | 'level'>;

/**
 * Gives each row below a level a panel that reaches it, the worst row first: the panel that costs the others least at
 * their prices. The others make up for it as well as can be, so that only the given panels cost anything.
 * @returns undefined where that is impossible, gives up more than `most` of the total fit, or takes too many panels.
 */
function levelled(core: Core, optimum: Solution, level: number, bests: Int32Array, most: number): Levelled | undefined {
  const exchange = openExchange(core, optimum, scaleOf(core).scale);
  const pins = pinsByRow(core);
  const given = new Map<number, readonly number[]>();
  const floorOf = (row: number): number => Math.min(level, bests[row] as number);

  function worst(): { row: number; total: number } {
    let found = -1;
    let total = 0;
    for (const [row, each] of exchange.totals.entries()) {
      total += each;
      if (each < floorOf(row) && (found < 0 || each < (exchange.totals[found] as number))) found = row;
    }
    return { row: found, total };
  }

  const cheapest = (row: number): number[] | undefined =>
    panelAbove(core, row, pins[row] as number[], (column) => exchange.valueOf(row, column), floorOf(row));

  function give(row: number, panel: readonly number[] | undefined): boolean {
    if (panel === undefined || !exchange.fix(row, panel)) return false;
    given.set(row, panel);
    return true;
  }

  for (let next = worst(); next.row >= 0; next = worst()) {
    if (optimum.total - next.total > most || given.size === MOST_GIVEN) return undefined;
    if (!give(next.row, cheapest(next.row))) return undefined;
  }
  const worthOf = (row: number, panel: readonly number[]): number =>
    panel.reduce((sum, column) => sum + exchange.valueOf(row, column), 0);
  for (let round = 0; round < POLISHING; round += 1) {
    for (const [row, panel] of given) {
      const better = cheapest(row);
      if (better && worthOf(row, better) > worthOf(row, panel) && !give(row, better)) return undefined;
    }
  }
  if (worst().row >= 0) return undefined;
  const solution = exchange.solution();
  if (optimum.total - solution.total > most) return undefined;
  const more = [...given].flatMap(([row, panel]) => panel.map((column) => [row, column] as const));
  const kept = core.pins.filter(([row]) => !given.has(row));
  return { solution, core: { ...core, pins: [...kept, ...more] }, level };
}

const leastOf = ({ members, offsets }: Solution, { rows, columns, fit }: Core): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let row = 0; row < rows; row += 1) {
    let total = 0;
    for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at += 1) {
      total += fit[row * columns + (members[at] as number)] as number;
    }
    least = Math.min(least, total);
  }
  return least;
};

/**
 * Raises the least total fit of any application as far as a thousandth of the total pays for. Where one application cannot
 * be helped, few reviewers being free of conflicts with it, the others are raised beyond it all the same.
 * Deterministic: whole numbers all the way, the same for the same problem.
 * @param optimum of `core`, as `solve` made it.
 */
export function fairest(core: Core, optimum: Solution): Fairest {
  const bests = ownBests(core);
  const narrowest = narrowestRow(core, bests);
  const ceiling = leastBound(core, narrowest);
  const most = Math.floor(optimum.total / MOST_LOSS);
  const attempt = (level: number): Levelled | undefined => levelled(core, optimum, level, bests, most);
  let best: Levelled = { solution: optimum, core, level: leastOf(optimum, core) };

  /** Halves the levels between what is reached and what is not, down to a share of them. */
  function climb(unreached: number, share: number): void {
    let above = unreached;
    while (above - best.level > Math.max(1, best.level / share)) {
      const between = Math.floor((best.level + above) / 2);
      const reached = attempt(between);
      if (reached) best = reached;
      else above = between;
    }
  }

  const strict = best.level < ceiling ? attempt(ceiling) : best;
  if (strict) best = strict;
  climb(strict ? bests.reduce((high, each) => Math.max(high, each), 0) + 1 : ceiling, strict ? 50 : 2000);
  const least = leastOf(best.solution, core);
  const witness = least < ceiling ? lower(core, narrowest, competingRows(core, bests)) : narrowest;
  return { ...best, least, bound: leastBound(core, witness), witness, loss: optimum.total - best.solution.total };
}

const lower = (core: Core, one: LeastWitness, other: LeastWitness): LeastWitness =>
  leastBound(core, other) < leastBound(core, one) ? other : one;
