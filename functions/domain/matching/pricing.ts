import { weightOf } from './core.ts';
import type { Entries, Found } from './entries.ts';
import type { Task } from './task.ts';

/** What a row's chosen entries are worth at the prices: below them nothing can gain. */
type Marks = {
  /** The least value of those inside and outside the house. */
  readonly inside: number;
  readonly outside: number;
  /** Outside experts beyond what the rule wants: any may be exchanged for one of the house. */
  readonly free: boolean;
  /** Value of what holds an organization's place. */
  readonly groups: ReadonlyMap<number, number> | undefined;
};

function marksOf(task: Task, { start, column, weight, inside }: Entries, prices: Float64Array, row: number): Marks {
  const { organization, outside } = task.core;
  const groups = organization && new Map<number, number>();
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as [number, number];
  let outsiders = 0;
  for (let at = start[row] as number; at < (start[row + 1] as number); at += 1) {
    if (inside[at] === 0) continue;
    const own = column[at] as number;
    const value = (weight[at] as number) - (prices[own] as number);
    const kind = task.outsiders ? (outside?.[own] as 0 | 1) : 0;
    outsiders += kind;
    least[kind] = Math.min(least[kind], value);
    const group = organization?.[own] ?? -1;
    if (group >= 0) groups?.set(group, value);
  }
  return { inside: least[0], outside: least[1], free: outsiders > (task.outsiders?.[row] ?? 0), groups };
}

/** The value above which a column would better a row: of the one whose place it could take. */
function markFor(task: Task, { inside, outside, free, groups }: Marks, column: number): number {
  const group = task.core.organization?.[column] ?? -1;
  const holder = group >= 0 ? groups?.get(group) : undefined;
  if (holder !== undefined) return holder;
  const isOutside = task.outsiders !== undefined && task.core.outside?.[column] === 1;
  return isOutside || free ? Math.min(inside, outside) : inside;
}

/** All pairs of the whole matrix that would better their row at the prices. None: the choice is the best there is. */
export function bettering(task: Task, entries: Entries, prices: Float64Array): Found {
  const { core, scale } = task;
  const ruled = Boolean(core.organization ?? task.outsiders);
  const highestTie = 2 ** (32 - scale.shift) - 1;
  const rows: number[] = [];
  const columns: number[] = [];
  for (let row = 0; row < core.rows; row += 1) {
    if (core.sizes[row] === 0) continue;
    const marks = marksOf(task, entries, prices, row);
    const unit = (core.factors?.[row] ?? 1) * scale.scale;
    const base = row * core.columns;
    const low = Math.min(marks.inside, marks.outside) - highestTie;
    for (let column = 0; column < core.columns; column += 1) {
      const fit = core.fit[base + column] as number;
      if (fit * unit - (prices[column] as number) <= low || fit < 0) continue;
      const value = weightOf(core, scale, row, column) - (prices[column] as number);
      if (value <= (ruled ? markFor(task, marks, column) : low + highestTie)) continue;
      if (isInside(entries, row, column)) continue;
      rows.push(row);
      columns.push(column);
    }
  }
  return { rows, columns };
}

function isInside({ start, column, inside }: Entries, row: number, wanted: number): boolean {
  for (let at = start[row] as number; at < (start[row + 1] as number); at += 1) {
    if (column[at] === wanted) return inside[at] === 1;
  }
  return false;
}
