import { forbidden } from './core.ts';
import type { Task } from './task.ts';
import { mixedTie } from './ties.ts';

/** Rows looked at in one step, and steps in one block; the prices of a block are averaged. */
const BATCH = 512;
const STEPS = 20;
/** Steps shrink by this from block to block: most instances are well after four, all-equal scores after a dozen. */
const SHRINK = 8 / 3;
const FEWEST_BLOCKS = 4;
const MOST_BLOCKS = 14;
/** Blocks end when no more than this share of the loads is amiss, beyond what a sample of so many rows scatters by. */
const AMISS = 0.05;
const SAMPLE = 4096;

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

/** Counts how often each column is among the best of every `stride`-th row; gives the number of pairs. */
function count(task: Task, prices: Float64Array, first: number, stride: number, top: Top, loads: Float64Array): number {
  loads.fill(0);
  let seen = 0;
  for (let row = first; row < task.core.rows; row += stride) {
    const found = topOf(task, prices, row, top);
    for (let at = 0; at < found; at += 1) {
      const column = top.columns[at] as number;
      loads[column] = (loads[column] as number) + 1;
    }
    seen += found;
  }
  return seen;
}

/** The share of a sample's pairs that lies beyond bounds, less what its chance scatter would have there. */
function amissIn({ core }: Task, loads: Float64Array, seen: number, share: number): number {
  let amiss = 0;
  for (let column = 0; column < core.columns; column += 1) {
    const load = loads[column] as number;
    const beyond = Math.max(
      load - (core.most[column] as number) * share,
      (core.least[column] as number) * share - load,
    );
    amiss += Math.max(0, beyond - 2 * Math.sqrt(load + 1));
  }
  return amiss / Math.max(1, seen);
}

/**
 * Prices out of samples of rows: a column with more load than it may have becomes dearer, one with less cheaper. They
 * need not be good, for what follows mends them; good ones save it most of its work. Group rules are not looked at.
 */
export function coarsePrices(task: Task): Coarse {
  const { rows, columns, sizes } = task.core;
  const top = topFor(sizes.reduce((high, size) => Math.max(high, size), 0));
  const wanted = sizes.reduce((all, size) => all + size, 0);
  const stride = Math.max(1, Math.round(rows / BATCH));
  const wide = Math.max(1, Math.floor(rows / SAMPLE));
  const prices = new Float64Array(columns);
  const loads = new Float64Array(columns);
  let mean = new Float64Array(columns);
  let step = spreadOf(task) / 3;
  if (wanted === 0) return { prices, step };
  for (let block = 0; block < MOST_BLOCKS; block += 1) {
    mean = new Float64Array(columns);
    for (let turn = 0; turn < STEPS; turn += 1) {
      // Every batch is another one until each row has had its turn.
      const seen = count(task, prices, ((block * STEPS + turn) * 7919) % stride, stride, top, loads);
      if (seen > 0) move(task, prices, loads, seen / wanted, step);
      for (let at = 0; at < columns; at += 1) mean[at] = (mean[at] as number) + (prices[at] as number) / STEPS;
      step *= SHRINK ** (-1 / STEPS);
    }
    if (block < FEWEST_BLOCKS - 1) continue;
    const seen = count(task, mean, 0, wide, top, loads);
    if (amissIn(task, loads, seen, seen / wanted) <= AMISS) break;
  }
  return { prices: mean, step };
}

/** Each price steps towards where its load would keep the bounds, and stops at 0, where any load within them is right. */
function move({ core }: Task, prices: Float64Array, loads: Float64Array, share: number, step: number): void {
  for (let column = 0; column < prices.length; column += 1) {
    const [least, most] = [core.least[column] as number, core.most[column] as number];
    const load = (loads[column] as number) / share;
    const price = prices[column] as number;
    if (price === 0 && load >= least && load <= most) continue;
    const bound = price > 0 || (price === 0 && load > most) ? most : least;
    const next = price + step * Math.max(-1, Math.min(1, (load - bound) / Math.max(1, most)));
    prices[column] = next * price < 0 ? 0 : next;
  }
}
