import { forbidden, weightOf } from './core.ts';
import type { Task } from './task.ts';

/** The pairs under consideration, row by row: those of row r are `start[r]` up to, not including, `start[r + 1]`. */
export type Entries = {
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly weight: Float64Array;
  /** 1 for the pairs that are chosen. */
  readonly inside: Uint8Array;
};

/** Pairs found in addition, row by row ascending; the same pair twice is a fault. */
export type Found = { readonly rows: number[]; readonly columns: number[] };

/** The entries and the found pairs together, what is chosen as it was. */
export function extended(task: Task, entries: Entries, found: Found): Entries {
  const { core, scale } = task;
  const size = entries.row.length + found.rows.length;
  const wider: Entries = {
    start: new Int32Array(core.rows + 1),
    row: new Int32Array(size),
    column: new Int32Array(size),
    weight: new Float64Array(size),
    inside: new Uint8Array(size),
  };
  let to = 0;
  let next = 0;
  for (let row = 0; row < core.rows; row += 1) {
    const [from, end] = [entries.start[row] as number, entries.start[row + 1] as number];
    wider.start[row] = to;
    wider.column.set(entries.column.subarray(from, end), to);
    wider.weight.set(entries.weight.subarray(from, end), to);
    wider.inside.set(entries.inside.subarray(from, end), to);
    to += end - from;
    for (; found.rows[next] === row; next += 1) {
      wider.column[to] = found.columns[next] as number;
      wider.weight[to] = weightOf(core, scale, row, wider.column[to] as number);
      to += 1;
    }
    wider.row.fill(row, wider.start[row], to);
  }
  wider.start[core.rows] = to;
  return wider;
}

/** Every pair of a row that is allowed and not among the entries yet. */
export function othersOf({ core }: Task, entries: Entries, row: number): number[] {
  const known = new Set(entries.column.subarray(entries.start[row], entries.start[row + 1]));
  const others: number[] = [];
  for (let column = 0; column < core.columns; column += 1) {
    if (core.fit[row * core.columns + column] !== forbidden && !known.has(column)) others.push(column);
  }
  return others;
}
