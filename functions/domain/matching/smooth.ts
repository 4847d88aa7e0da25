import type { Entries } from './entries.ts';
import type { Task } from './task.ts';

/**
 * Every row's choice, softened: an entry counts by how far its value lies above or below the row's mark, from 0 to 1
 * along 3z² − 2z³ over the width, and the mark is where they sum to the row's size. Loads then change smoothly with the
 * prices, and the matrix of their slopes is what Newton's method needs.
 */
export type Smooth = {
  readonly loads: Float64Array;
  /** How much a load falls when its own price alone rises by 1, the row's mark held. */
  readonly slopes: Float64Array;
  /** The entries that count in part, row by row, with their slopes and the sum of these. */
  readonly soft: { readonly ends: Int32Array; readonly column: Int32Array; readonly slope: Float64Array };
  readonly rowSlopes: Float64Array;
  /** By row, kept from one time to the next: where the search for the mark begins. */
  readonly marks: Float64Array;
};

/** A mark is found when the row's sum is this near to its size. */
const TOLERANCE = 1e-3;
const TRIES = 40;

export function openSmooth({ core }: Task, entries: Entries): Smooth {
  const size = entries.row.length;
  return {
    loads: new Float64Array(core.columns),
    slopes: new Float64Array(core.columns),
    soft: { ends: new Int32Array(core.rows), column: new Int32Array(size), slope: new Float64Array(size) },
    rowSlopes: new Float64Array(core.rows),
    marks: new Float64Array(core.rows).fill(Number.NaN),
  };
}

let values = new Float64Array(64);

/** Softens all rows at the prices. */
export function soften(task: Task, entries: Entries, prices: Float64Array, width: number, smooth: Smooth): void {
  const { start, column, weight } = entries;
  const { sizes, rows } = task.core;
  smooth.loads.fill(0);
  smooth.slopes.fill(0);
  if (values.length < task.core.columns) values = new Float64Array(task.core.columns);
  let soft = 0;
  for (let row = 0; row < rows; row += 1) {
    const [from, end] = [start[row] as number, start[row + 1] as number];
    const size = sizes[row] as number;
    smooth.rowSlopes[row] = 0;
    if (end - from > size && size > 0) {
      for (let at = from; at < end; at += 1) {
        values[at - from] = (weight[at] as number) - (prices[column[at] as number] as number);
      }
      const mark = markOf(end - from, size, width, smooth.marks[row] as number);
      smooth.marks[row] = mark;
      soft = spread(entries, smooth, row, mark, width, soft);
    } else if (size > 0) for (let at = from; at < end; at += 1) bump(smooth.loads, column[at] as number, 1);
    smooth.soft.ends[row] = soft;
  }
}

function bump(list: Float64Array, at: number, by: number): void {
  list[at] = (list[at] as number) + by;
}

/** Newton's method for one unknown, kept between bounds that close in. */
function markOf(count: number, size: number, width: number, first: number): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < count; at += 1) {
    const value = values[at] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  low -= width;
  high += width;
  let mark = first > low && first < high ? first : (3 * high + low) / 4;
  for (let turn = 0; turn < TRIES; turn += 1) {
    const shift = 0.5 - mark / width;
    let sum = -size;
    let slope = 0;
    for (let at = 0; at < count; at += 1) {
      const z = (values[at] as number) / width + shift;
      if (z >= 1) sum += 1;
      else if (z > 0) {
        sum += z * z * (3 - 2 * z);
        slope += z * (1 - z);
      }
    }
    if (sum < TOLERANCE && sum > -TOLERANCE) break;
    if (sum > 0) low = mark;
    else high = mark;
    mark += (sum * width) / (6 * slope);
    if (!(mark > low && mark < high)) mark = (low + high) / 2;
  }
  return mark;
}

/** Adds the row's shares to the loads and notes those in part; gives how many are noted now. */
function spread(entries: Entries, smooth: Smooth, row: number, mark: number, width: number, from: number): number {
  const { start, column } = entries;
  const { soft, loads, slopes } = smooth;
  const first = start[row] as number;
  const shift = 0.5 - mark / width;
  let [to, sum] = [from, 0];
  for (let at = first; at < (start[row + 1] as number); at += 1) {
    const z = (values[at - first] as number) / width + shift;
    if (z <= 0) continue;
    const own = column[at] as number;
    if (z >= 1) {
      bump(loads, own, 1);
      continue;
    }
    const slope = (6 * z * (1 - z)) / width;
    bump(loads, own, z * z * (3 - 2 * z));
    bump(slopes, own, slope);
    soft.column[to] = own;
    soft.slope[to] = slope;
    sum += slope;
    to += 1;
  }
  smooth.rowSlopes[row] = sum;
  return to;
}

/** The fall of all loads when prices rise by `change`, marks following. */
export function fallOf({ soft, slopes, rowSlopes }: Smooth, change: Float64Array, fall: Float64Array): void {
  for (let column = 0; column < fall.length; column += 1) {
    fall[column] = (slopes[column] as number) * (change[column] as number);
  }
  let at = 0;
  for (let row = 0; row < rowSlopes.length; row += 1) {
    const end = soft.ends[row] as number;
    const whole = rowSlopes[row] as number;
    if (whole === 0) {
      at = end;
      continue;
    }
    let moved = 0;
    for (let each = at; each < end; each += 1) {
      moved += (soft.slope[each] as number) * (change[soft.column[each] as number] as number);
    }
    moved /= whole;
    for (; at < end; at += 1) bump(fall, soft.column[at] as number, -moved * (soft.slope[at] as number));
  }
}
