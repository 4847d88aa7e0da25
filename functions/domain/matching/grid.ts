import { balance } from './balance.ts';
import type { Entries } from './entries.ts';
import { openFlow } from './flow.ts';
import type { Task } from './task.ts';

/** Rows whose fits decide alone: enough for prices that are whole multiples anyhow. */
const SAMPLE = 2000;

/** The greatest whole number that all fits of some rows are multiples of: 50 for scores in steps of 50. */
export function unitOf({ core }: Task): number {
  const stride = Math.max(1, Math.floor(core.rows / SAMPLE));
  let unit = 0;
  for (let row = 0; row < core.rows && unit !== 1; row += stride) {
    const factor = core.factors?.[row] ?? 1;
    for (let column = 0; column < core.columns; column += 1) {
      let [left, right] = [unit, Math.max(0, (core.fit[row * core.columns + column] as number) * factor)];
      while (right !== 0) [left, right] = [right, left % right];
      unit = left;
    }
  }
  return Math.max(1, unit);
}

/** Every so many-th row with its share of the load bounds, without pins and group rules. */
function sampleOf({ core, scale }: Task, stride: number): Task {
  const picked = Array.from({ length: Math.ceil(core.rows / stride) }, (_, at) => at * stride);
  const sizes = Int32Array.from(picked, (row) => core.sizes[row] as number);
  const sum = (list: Int32Array): number => list.reduce((all, each) => all + each, 0);
  const share = sum(sizes) / Math.max(1, sum(core.sizes));
  const fit = new Int16Array(picked.length * core.columns);
  for (const [at, row] of picked.entries()) {
    fit.set(core.fit.subarray(row * core.columns, (row + 1) * core.columns), at * core.columns);
  }
  const { columns, rowTie, columnTie, factors } = core;
  const sample = {
    rows: picked.length,
    columns,
    fit,
    sizes,
    least: core.least.map((low) => Math.floor(low * share)),
    most: core.most.map((high) => Math.ceil(high * share)),
    pins: [],
    rowTie,
    columnTie,
    ...(factors && { factors: Int32Array.from(picked, (row) => factors[row] as number) }),
  };
  return { core: sample, scale };
}

/** All pairs of a task, weighed in units of their fits alone. */
function allPairs({ core }: Task, unit: number): Entries {
  const { rows, columns, fit, factors } = core;
  const size = fit.reduce((all, each) => all + Number(each >= 0), 0);
  const entries: Entries = {
    start: new Int32Array(rows + 1),
    row: new Int32Array(size),
    column: new Int32Array(size),
    weight: new Float64Array(size),
    inside: new Uint8Array(size),
  };
  let to = 0;
  for (let at = 0; at < fit.length; at += 1) {
    const row = Math.floor(at / columns);
    if ((fit[at] as number) >= 0) {
      entries.row[to] = row;
      entries.column[to] = at % columns;
      entries.weight[to] = ((fit[at] as number) * (factors?.[row] ?? 1)) / unit;
      to += 1;
    }
    entries.start[row + 1] = to;
  }
  return entries;
}

/** The heaviest pairs of each row, and among equals the columns that have most room. */
function chooseEvenly({ core }: Task, { start, column, weight, inside }: Entries): void {
  const loads = new Float64Array(core.columns);
  const fullness = (at: number): number => {
    const own = column[at] as number;
    return (loads[own] as number) / Math.max(1, core.most[own] as number);
  };
  for (let row = 0; row < core.rows; row += 1) {
    const from = start[row] as number;
    const order = Array.from({ length: (start[row + 1] as number) - from }, (_, at) => from + at);
    order.sort((a, b) => (weight[b] as number) - (weight[a] as number) || fullness(a) - fullness(b));
    for (const at of order.slice(0, core.sizes[row])) {
      inside[at] = 1;
      const own = column[at] as number;
      loads[own] = (loads[own] as number) + 1;
    }
  }
}

/**
 * Prices for the fits of a sample alone, exactly: whole multiples of the unit. Where nearly all hangs on ties between
 * equal fits, no smoothing finds them, but one way then carries many applications at once.
 */
export function gridPrices(task: Task, unit: number): Float64Array {
  const sample = sampleOf(task, Math.max(1, Math.floor(task.core.rows / SAMPLE)));
  const entries = allPairs(sample, unit);
  chooseEvenly(sample, entries);
  const flow = openFlow(sample, entries, new Float64Array(task.core.columns));
  balance(flow);
  const level = flow.prices[task.core.columns] as number;
  return flow.prices.subarray(0, task.core.columns).map((price) => (price - level) * unit * task.scale.scale);
}
