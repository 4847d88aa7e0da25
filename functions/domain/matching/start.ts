import type { Entries } from './entries.ts';
import { sharpen } from './sharpen.ts';
import type { Task } from './task.ts';

/** The greatest whole number of fits that all entries are multiples of: 50 for scores in steps of 50. */
function unitOf({ scale }: Task, { weight }: Entries): number {
  let unit = 0;
  for (const each of weight) {
    let [left, right] = [unit, Math.floor(each / scale.scale)];
    while (right !== 0) [left, right] = [right, left % right];
    unit = left;
    if (unit === 1) break;
  }
  return Math.max(1, unit) * scale.scale;
}

/**
 * Whole prices at which the best choices leave little to be moved. Fits lie on a grid, and tie numbers are far smaller
 * than its steps: widths in the gap between them would find nothing to go by, so that sharpening ends at the grid,
 * unless the prices lie below it to begin with.
 * @param step how far the prices may be from good ones.
 */
export function sharpStart(task: Task, entries: Entries, prices: Float64Array, step: number): Float64Array {
  const grid = unitOf(task, entries) / 4;
  const ties = 2 ** (32 - task.scale.shift);
  const first = 4 * step;
  return sharpen(task, entries, prices, first, first > grid ? grid : ties / 100).map(Math.round);
}
