import { forbidden } from './core.ts';
import { toLevel } from './level.ts';
import type { Task } from './task.ts';
import { type Top, topFor, topOf } from './top.ts';

/** Rows looked at in one turn, turns in a block (the prices of a block are averaged), rows of a sample. */
const BATCH = 512;
const TURNS = 20;
const SAMPLE = 4096;

/** How far the weights of a row lie apart, on average over some rows: the measure of every step. */
export function spreadOf({ core, scale }: Task): number {
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
    amiss += Math.max(0, beyond - 2 * Math.sqrt((load + 1) * (1 - share)));
  }
  return amiss / Math.max(1, seen);
}

/** Steps begin at `step` and shrink by `shrink` from block to block. */
type Course = { readonly step: number; readonly shrink: number; readonly blocks: number };

/** Prices, and the share of loads that is amiss at them. */
export type Coarse = { readonly prices: Float64Array; readonly amiss: number };

/**
 * Prices out of samples of rows: a column with more load than it may have becomes dearer, one with less cheaper. They
 * need not be good, for what follows mends them; good ones save it most of its work. Group rules are not looked at.
 */
export function coarsePrices(task: Task, start: Float64Array, { step, shrink, blocks }: Course): Coarse {
  const { rows, columns, sizes } = task.core;
  const top = topFor(sizes.reduce((high, size) => Math.max(high, size), 0));
  const wanted = sizes.reduce((all, size) => all + size, 0);
  const stride = Math.max(1, Math.round(rows / BATCH));
  const prices = start.slice();
  const loads = new Float64Array(columns);
  const mean = new Float64Array(columns);
  for (let turn = 0; turn < blocks * TURNS; turn += 1) {
    // Every batch is another one until each row has had its turn.
    const seen = count(task, prices, (turn * 7919) % stride, stride, top, loads);
    if (seen > 0) move(task, prices, loads, seen / wanted, step * shrink ** (-turn / TURNS));
    // A wrong level moves slowly: it need not be told each time.
    if (turn % 5 === 4) toLevel(task, prices);
    if (turn < (blocks - 1) * TURNS) continue;
    for (let at = 0; at < columns; at += 1) mean[at] = (mean[at] as number) + (prices[at] as number) / TURNS;
  }
  const seen = count(task, mean, 0, Math.max(1, Math.floor(rows / SAMPLE)), top, loads);
  return { prices: mean, amiss: amissIn(task, loads, seen, seen / Math.max(1, wanted)) };
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
