import { forbidden, weightOf } from './core.ts';
import type { Entries } from './entries.ts';
import type { Task } from './task.ts';
import { mixedTie } from './ties.ts';
import { topFor, topOf } from './top.ts';

/** How many columns of a row are to be considered beside those it wants, on average. */
const MORE = 12;
const SAMPLES = 200;

/** How far below a row's last choice the entries must reach, so that so many more are among them in the middle row. */
function reachOf(task: Task, prices: Float64Array): number {
  const { core, scale } = task;
  const stride = Math.max(1, Math.floor(core.rows / SAMPLES));
  const gaps: number[] = [];
  for (let row = 0; row < core.rows; row += stride) {
    const values: number[] = [];
    for (let column = 0; column < core.columns; column += 1) {
      if (core.fit[row * core.columns + column] === forbidden) continue;
      values.push(weightOf(core, scale, row, column) - (prices[column] as number));
    }
    const size = core.sizes[row] as number;
    if (size === 0 || values.length <= size) continue;
    values.sort((a, b) => b - a);
    gaps.push((values[size - 1] as number) - (values[size - 1 + MORE] ?? Number.NEGATIVE_INFINITY));
  }
  gaps.sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? Number.POSITIVE_INFINITY;
}

/** The entries of each row whose value at the prices lies no further below its last choice than all rows' reach. */
export function collect(task: Task, prices: Float64Array): Entries {
  const { rows, columns, sizes } = task.core;
  const reach = reachOf(task, prices);
  const top = topFor(sizes.reduce((high, size) => Math.max(high, size), 0));
  const start = new Int32Array(rows + 1);
  let list = buffers(rows * (MORE + 8) + columns);
  let size = 0;
  for (let row = 0; row < rows; row += 1) {
    start[row] = size;
    const wanted = sizes[row] as number;
    if (wanted === 0) continue;
    if (size + columns > list.row.length) list = buffers(2 * list.row.length + columns, list);
    const count = topOf(task, prices, row, top);
    const low = count < wanted ? Number.NEGATIVE_INFINITY : (top.values[wanted - 1] as number) - reach;
    size = gather(task, prices, row, low, list, size);
  }
  start[rows] = size;
  return {
    start,
    row: list.row.subarray(0, size),
    column: list.column.subarray(0, size),
    weight: list.weight.subarray(0, size),
    inside: new Uint8Array(size),
  };
}

type Buffers = { readonly row: Int32Array; readonly column: Int32Array; readonly weight: Float64Array };

/** Adds the entries of a row that are worth `low` or more; gives how many there are then. */
function gather(task: Task, prices: Float64Array, row: number, low: number, list: Buffers, from: number): number {
  const { fit, factors, columns, rowTie, columnTie } = task.core;
  const { scale, shift } = task.scale;
  const unit = (factors?.[row] ?? 1) * scale;
  const own = rowTie[row] as number;
  const base = row * columns;
  const least = low - 2 ** (32 - shift);
  let size = from;
  for (let column = 0; column < columns; column += 1) {
    const pairFit = fit[base + column] as number;
    const price = prices[column] as number;
    if (pairFit * unit - price < least || pairFit < 0) continue;
    const weight = pairFit * unit + (mixedTie(own, columnTie[column] as number) >>> shift);
    if (weight - price < low) continue;
    list.row[size] = row;
    list.column[size] = column;
    list.weight[size] = weight;
    size += 1;
  }
  return size;
}

function buffers(length: number, old?: Buffers): Buffers {
  const made = { row: new Int32Array(length), column: new Int32Array(length), weight: new Float64Array(length) };
  if (old) {
    made.row.set(old.row);
    made.column.set(old.column);
    made.weight.set(old.weight);
  }
  return made;
}
