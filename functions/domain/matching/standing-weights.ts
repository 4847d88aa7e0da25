import { type Core, highestFit, type Solution } from './core.ts';
import { mixedTie } from './ties.ts';

/**
 * What pairs weigh where an assignment stands already: fit first, then as many standing pairs kept as can be, then the
 * draw. Its parts are sized as `scaleOf` sizes its own: a handover may differ by `kept` and a tie number at most, a cycle
 * of them passes each column once, and (columns + 1) × the greatest weight stays under 2^53.
 */
export type StandingWeights = {
  /** What one fit of a row counts, its factor aside. */
  readonly fit: number;
  weightOf(row: number, column: number): number;
};

export function standingWeights(core: Core, { members, offsets }: Solution): StandingWeights {
  const { columns, factors, fit, rowTie, columnTie } = core;
  const longest = columns + 1;
  const greatest = (factors?.reduce((high, factor) => Math.max(high, factor), 1) ?? 1) * highestFit + 1;
  const bits = Math.min(32, Math.floor(51 - Math.log2(longest ** 3 * 2 * greatest)));
  if (bits < 1) throw new RangeError(`Too many columns for exact repairs: ${columns}`);
  const kept = longest * 2 ** bits;
  const unit = longest * (kept + 2 ** bits);

  function stood(row: number, column: number): boolean {
    // Beyond the last row for one that arrived: the loop does not run.
    for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at += 1) {
      if (members[at] === column) return true;
    }
    return false;
  }

  return {
    fit: unit,
    weightOf: (row, column) =>
      (fit[row * columns + column] as number) * (factors?.[row] ?? 1) * unit +
      (stood(row, column) ? kept : 0) +
      (mixedTie(rowTie[row] as number, columnTie[column] as number) >>> (32 - bits)),
  };
}
