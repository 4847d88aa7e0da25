import type { Task } from './task.ts';
import { mixedTie } from './ties.ts';

/** The best columns of one row after another, found by insertion; columns ascending among equals. */
export type Top = { readonly columns: Int32Array; readonly values: Float64Array };

/**
 * Finds a row's best columns at the prices, as many as it wants or as there are; gives how many. Tie numbers are only
 * computed where they could matter.
 */
export function topOf({ core, scale }: Task, prices: Float64Array, row: number, { columns, values }: Top): number {
  const { fit, rowTie, columnTie } = core;
  const size = core.sizes[row] as number;
  const unit = (core.factors?.[row] ?? 1) * scale.scale;
  const highestTie = 2 ** (32 - scale.shift) - 1;
  const own = rowTie[row] as number;
  const base = row * core.columns;
  let count = 0;
  let low = Number.NEGATIVE_INFINITY;
  for (let column = 0; column < core.columns; column += 1) {
    const pairFit = fit[base + column] as number;
    let value = pairFit * unit - (prices[column] as number);
    // Below 0 it is forbidden.
    if (value + highestTie <= low || pairFit < 0) continue;
    value += mixedTie(own, columnTie[column] as number) >>> scale.shift;
    if (value <= low) continue;
    let place = count < size ? count : size - 1;
    for (; place > 0 && (values[place - 1] as number) < value; place -= 1) {
      values[place] = values[place - 1] as number;
      columns[place] = columns[place - 1] as number;
    }
    values[place] = value;
    columns[place] = column;
    if (count < size) count += 1;
    if (count === size) low = values[size - 1] as number;
  }
  return count;
}

export const topFor = (size: number): Top => ({ columns: new Int32Array(size), values: new Float64Array(size) });
