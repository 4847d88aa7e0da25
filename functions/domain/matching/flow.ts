import type { Entries } from './entries.ts';
import type { Task } from './task.ts';

/**
 * A choice of every row that is its best at the prices, whatever the loads; `balance` brings these within their bounds.
 * What a column has not got of its greatest load it holds as spare, up to greatest less least; all spare together is a
 * row more, node `columns`, whose price is the level that the others' signs are told from.
 */
export type Flow = {
  readonly task: Task;
  readonly entries: Entries;
  /** By column, and the level last. */
  readonly prices: Float64Array;
  readonly spare: Float64Array;
  /** What a column has above its greatest load, spare counted; below 0 what it lacks. */
  readonly excess: Float64Array;
  /** The chosen entries of each column as a list in both directions. */
  readonly head: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
};

/** No entry, no node. */
export const NONE = -1;

/** By column what its chosen entries are beyond its greatest load, below 0 where it has room. */
function excessOf({ core }: Task, { column, inside }: Entries): Float64Array {
  const excess = Float64Array.from(core.most, (high) => -high);
  for (let at = 0; at < inside.length; at += 1) {
    const own = column[at] as number;
    if (inside[at] === 1) excess[own] = (excess[own] as number) + 1;
  }
  return excess;
}

/**
 * Spare goes where the price is lowest, as the best choice of the row that it is; where prices are equal it first
 * fills the room that loads leave. Gives the level: the price of the last column that got some.
 */
function layOutSpare({ task, prices, spare, excess }: Flow): number {
  const { columns, least, most } = task.core;
  const roomOf = (column: number): number =>
    (most[column] as number) - (least[column] as number) - (spare[column] as number);
  const order = Array.from({ length: columns }, (_, column) => column)
    .filter((column) => roomOf(column) > 0)
    .sort((a, b) => (prices[a] as number) - (prices[b] as number));
  let left = -excess.reduce((all, each) => all + each, 0);
  const give = (column: number, wished: number): void => {
    const given = Math.min(left, roomOf(column), Math.max(0, wished));
    spare[column] = (spare[column] as number) + given;
    excess[column] = (excess[column] as number) + given;
    left -= given;
  };
  let level = prices[order[0] ?? 0] ?? 0;
  for (let at = 0; at < order.length && left > 0; ) {
    level = prices[order[at] as number] as number;
    let end = at;
    while (end < order.length && prices[order[end] as number] === level) end += 1;
    const equals = order.slice(at, end);
    for (const column of equals) give(column, -(excess[column] as number));
    for (const column of equals) give(column, left);
    at = end;
  }
  return level;
}

/** @param start by column; taken as they are, so that the chosen entries must be best at them. */
export function openFlow(task: Task, entries: Entries, start: Float64Array): Flow {
  const { columns } = task.core;
  const flow: Flow = {
    task,
    entries,
    prices: new Float64Array(columns + 1),
    spare: new Float64Array(columns),
    excess: excessOf(task, entries),
    head: new Int32Array(columns).fill(NONE),
    next: new Int32Array(entries.row.length),
    previous: new Int32Array(entries.row.length),
  };
  flow.prices.set(start.subarray(0, columns));
  flow.prices[columns] = layOutSpare(flow);
  for (let at = 0; at < entries.row.length; at += 1) if (entries.inside[at] === 1) link(flow, at);
  return flow;
}

function link({ entries, head, next, previous }: Flow, at: number): void {
  const column = entries.column[at] as number;
  const first = head[column] as number;
  next[at] = first;
  previous[at] = NONE;
  if (first !== NONE) previous[first] = at;
  head[column] = at;
}

export function put(flow: Flow, at: number): void {
  const column = flow.entries.column[at] as number;
  link(flow, at);
  flow.entries.inside[at] = 1;
  flow.excess[column] = (flow.excess[column] as number) + 1;
}

export function take({ entries, head, next, previous, excess }: Flow, at: number): void {
  const column = entries.column[at] as number;
  const [before, after] = [previous[at] as number, next[at] as number];
  if (before === NONE) head[column] = after;
  else next[before] = after;
  if (after !== NONE) previous[after] = before;
  entries.inside[at] = 0;
  excess[column] = (excess[column] as number) - 1;
}
