import { topFor, topOf } from './coarse.ts';
import { forbidden, weightOf } from './core.ts';
import type { Entries } from './entries.ts';
import type { Task } from './task.ts';
import { mixedTie } from './ties.ts';

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
  const { core, scale } = task;
  const reach = reachOf(task, prices);
  const top = topFor(core.sizes.reduce((high, size) => Math.max(high, size), 0));
  const highestTie = 2 ** (32 - scale.shift) - 1;
  const start = new Int32Array(core.rows + 1);
  let row = 0;
  let size = 0;
  let list = buffers(core.rows * (MORE + 8) + core.columns);
  for (; row < core.rows; row += 1) {
    start[row] = size;
    const wanted = core.sizes[row] as number;
    if (wanted === 0) continue;
    if (size + core.columns > list.row.length) list = buffers(2 * list.row.length + core.columns, list);
    const count = topOf(task, prices, row, top);
    const low = count < wanted ? Number.NEGATIVE_INFINITY : (top.values[wanted - 1] as number) - reach;
    const unit = (core.factors?.[row] ?? 1) * scale.scale;
    const own = core.rowTie[row] as number;
    const base = row * core.columns;
    const from = size;
    for (let column = 0; column < core.columns; column += 1) {
      const fit = core.fit[base + column] as number;
      const price = prices[column] as number;
      if (fit * unit - price + highestTie < low || fit === forbidden) continue;
      const weight = fit * unit + (mixedTie(own, core.columnTie[column] as number) >>> scale.shift);
      if (weight - price < low) continue;
      list.column[size] = column;
      list.weight[size] = weight;
      size += 1;
    }
    list.row.fill(row, from, size);
  }
  start[row] = size;
  return {
    start,
    row: list.row.slice(0, size),
    column: list.column.slice(0, size),
    weight: list.weight.slice(0, size),
    inside: new Uint8Array(size),
  };
}

type Buffers = { readonly row: Int32Array; readonly column: Int32Array; readonly weight: Float64Array };

function buffers(length: number, old?: Buffers): Buffers {
  const made = { row: new Int32Array(length), column: new Int32Array(length), weight: new Float64Array(length) };
  if (old) {
    made.row.set(old.row);
    made.column.set(old.column);
    made.weight.set(old.weight);
  }
  return made;
}
