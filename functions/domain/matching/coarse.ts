import { forbidden } from './core.ts';
import type { Task } from './task.ts';
import { mixedTie } from './ties.ts';

/** Rows looked at in one step, and how many steps: enough for prices that leave about 1 load in 100 to be moved. */
const BATCH = 512;
const STEPS = 80;
/** Steps shrink by this much from the first to the last, and the last quarter's prices are averaged. */
const SHRINK = 50;

/** The best columns of one row after another, found by insertion; columns ascending among equals. */
type Top = { readonly columns: Int32Array; readonly values: Float64Array };

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

/** How far the weights of a row lie apart, on average over some rows: the measure of every step. */
function spreadOf({ core, scale }: Task): number {
  const stride = Math.max(1, Math.floor(core.rows / 64));
  let [spread, seen] = [0, 0];
  for (let row = 0; row < core.rows; row += stride) {
    const unit = (core.factors?.[row] ?? 1) * scale.scale;
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let column = 0; column < core.columns; column += 1) {
      const fit = core.fit[row * core.columns + column] as number;
      if (fit === forbidden) continue;
      low = Math.min(low, fit * unit);
      high = Math.max(high, fit * unit);
    }
    if (low > high) continue;
    spread += high - low;
    seen += 1;
  }
  return spread / Math.max(1, seen) + 2 ** (32 - scale.shift);
}

/** Prices, and how far they may still lie from good ones. */
type Coarse = { readonly prices: Float64Array; readonly step: number };

/**
 * Prices out of samples of rows: a column with more load than it may have becomes dearer, one with less cheaper. They
 * need not be good, for what follows mends them; good ones save it most of its work. Group rules are not looked at.
 */
export function coarsePrices(task: Task): Coarse {
  const { rows, columns, sizes, least, most } = task.core;
  const prices = new Float64Array(columns);
  const mean = new Float64Array(columns);
  const top = topFor(sizes.reduce((high, size) => Math.max(high, size), 0));
  const loads = new Float64Array(columns);
  const wanted = sizes.reduce((all, size) => all + size, 0);
  const stride = Math.max(1, Math.round(rows / BATCH));
  const first = spreadOf(task) / 3;
  const averaged = STEPS / 4;
  for (let step = 0; step < STEPS; step += 1) {
    loads.fill(0);
    let seen = 0;
    // Every batch is another one until each row has had its turn.
    for (let row = (step * 7919) % stride; row < rows; row += stride) {
      const count = topOf(task, prices, row, top);
      for (let at = 0; at < count; at += 1)
        loads[top.columns[at] as number] = (loads[top.columns[at] as number] as number) + 1;
      seen += count;
    }
    if (seen === 0) continue;
    const share = seen / wanted;
    const length = first * SHRINK ** (-step / STEPS);
    for (let column = 0; column < columns; column += 1) {
      const load = (loads[column] as number) / share;
      prices[column] = moved(prices[column] as number, load, least[column] as number, most[column] as number, length);
      if (step >= STEPS - averaged) mean[column] = (mean[column] as number) + (prices[column] as number) / averaged;
    }
  }
  return { prices: mean, step: (2 * first) / SHRINK };
}

/** A price steps towards where its load would keep the bounds, and stops at 0, where any load within them is right. */
function moved(price: number, load: number, least: number, most: number, length: number): number {
  const bound = price > 0 || (price === 0 && load > most) ? most : least;
  if (price === 0 && load >= least && load <= most) return 0;
  const next = price + length * Math.min(1, (load - bound) / Math.max(1, most));
  return next * price < 0 ? 0 : next;
}
