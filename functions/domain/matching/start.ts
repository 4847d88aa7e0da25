import { balance } from './balance.ts';
import { choose } from './choice.ts';
import type { Entries } from './entries.ts';
import { type Flow, openFlow } from './flow.ts';
import { sharpen } from './sharpen.ts';
import type { Task } from './task.ts';

/** Below this share of columns, what is too much is moved at once; more is worth another sharpening. */
const ENOUGH = 1;

const excessOf = ({ excess }: Flow): number => excess.reduce((all, each) => all + Math.max(0, each), 0);

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

/** Chooses in every row at whole prices, and tells what would have to be moved. */
function excessAt(task: Task, entries: Entries, prices: Float64Array): number {
  for (let row = 0; row < task.core.rows; row += 1) choose(task, entries, prices, row);
  return excessOf(openFlow(task, entries, prices));
}

/**
 * Prices at which the best choices leave little to be moved. Fits lie on a grid and tie numbers far between its lines,
 * so that there are two scales: sharpened on the first, and where much is amiss brought exactly to the grid, then
 * sharpened on the second.
 */
export function sharpStart(task: Task, entries: Entries, coarse: Float64Array, first: number): Float64Array {
  const unit = unitOf(task, entries);
  const tie = 2 ** (32 - task.scale.shift);
  let prices: Float64Array = sharpen(task, entries, coarse, first, Math.max(unit, 2 * tie)).map(Math.round);
  const direct = excessAt(task, entries, prices);
  if (direct <= ENOUGH * task.core.columns) return prices;
  if (first > tie) prices = onGrid(task, entries, prices, unit);
  return sharpen(task, entries, prices, Math.min(first, 2 * tie), tie / 100).map(Math.round);
}

/** The best prices for the fits alone: whole units. */
function onGrid(task: Task, entries: Entries, prices: Float64Array, unit: number): Float64Array {
  const whole: Entries = {
    ...entries,
    weight: entries.weight.map((weight) => Math.floor(weight / unit)),
    inside: new Uint8Array(entries.inside.length),
  };
  const rounded = prices.map((price) => Math.round(price / unit));
  chooseEvenly(task, whole, rounded);
  const flow = openFlow(task, whole, rounded);
  balance(flow);
  const level = flow.prices[prices.length] as number;
  return flow.prices.slice(0, prices.length).map((price) => (price - level) * unit);
}

/** The best choice of each row, and among equals the columns that have most room. */
function chooseEvenly({ core }: Task, entries: Entries, prices: Float64Array): void {
  const { start, column, weight, inside } = entries;
  const loads = new Float64Array(core.columns);
  const goals = core.most.map((most, at) => ((prices[at] as number) < 0 ? (core.least[at] as number) : most));
  const worth = (at: number): number => (weight[at] as number) - (prices[column[at] as number] as number);
  const fullness = (at: number): number => {
    const own = column[at] as number;
    return (loads[own] as number) / Math.max(1, goals[own] as number);
  };
  for (let row = 0; row < core.rows; row += 1) {
    const order = Array.from(
      { length: (start[row + 1] as number) - (start[row] as number) },
      (_, at) => (start[row] as number) + at,
    );
    order.sort((a, b) => worth(b) - worth(a) || fullness(a) - fullness(b));
    for (const at of order.slice(0, core.sizes[row])) {
      inside[at] = 1;
      loads[column[at] as number] = (loads[column[at] as number] as number) + 1;
    }
  }
}
