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

const NONE = -1;

/** Spare goes where the price is lowest, as the best choice of the row that it is; gives the level. */
function layOutSpare({ core }: Task, prices: Float64Array, spare: Float64Array): number {
  const { columns, least, most, sizes } = core;
  const order = Array.from({ length: columns }, (_, column) => column)
    .filter((column) => (most[column] as number) > (least[column] as number))
    .sort((a, b) => (prices[a] as number) - (prices[b] as number));
  let left = most.reduce((all, each) => all + each, 0) - sizes.reduce((all, each) => all + each, 0);
  let level = prices[order[0] ?? 0] ?? 0;
  for (const column of order) {
    if (left === 0) break;
    const here = Math.min(left, (most[column] as number) - (least[column] as number));
    spare[column] = here;
    left -= here;
    level = prices[column] as number;
  }
  return level;
}

/** @param start by column; taken as they are, so that the chosen entries must be best at them. */
export function openFlow(task: Task, entries: Entries, start: Float64Array): Flow {
  const { columns, most } = task.core;
  const prices = new Float64Array(columns + 1);
  prices.set(start.subarray(0, columns));
  const spare = new Float64Array(columns);
  prices[columns] = layOutSpare(task, prices, spare);
  const flow: Flow = {
    task,
    entries,
    prices,
    spare,
    excess: Float64Array.from(most, (high, column) => (spare[column] as number) - high),
    head: new Int32Array(columns).fill(NONE),
    next: new Int32Array(entries.row.length),
    previous: new Int32Array(entries.row.length),
  };
  for (let at = 0; at < entries.row.length; at += 1) if (entries.inside[at] === 1) put(flow, at);
  return flow;
}

function put({ entries, head, next, previous, excess }: Flow, at: number): void {
  const column = entries.column[at] as number;
  const first = head[column] as number;
  next[at] = first;
  previous[at] = NONE;
  if (first !== NONE) previous[first] = at;
  head[column] = at;
  entries.inside[at] = 1;
  excess[column] = (excess[column] as number) + 1;
}

function take({ entries, head, next, previous, excess }: Flow, at: number): void {
  const column = entries.column[at] as number;
  const [before, after] = [previous[at] as number, next[at] as number];
  if (before === NONE) head[column] = after;
  else next[before] = after;
  if (after !== NONE) previous[after] = before;
  entries.inside[at] = 0;
  excess[column] = (excess[column] as number) - 1;
}

/** May the row hand over from the chosen entry to the other one, its rules kept? */
function maySwap({ task, entries }: Flow, from: number, to: number): boolean {
  const { organization, outside } = task.core;
  const { start, row, column, inside } = entries;
  if (inside[from] === 0 || inside[to] === 1) return false;
  const own = row[from] as number;
  const [giver, taker] = [column[from] as number, column[to] as number];
  const group = organization?.[taker] ?? -1;
  if (group >= 0 && organization?.[giver] === group) return true;
  let outsiders = 0;
  for (let at = start[own] as number; at < (start[own + 1] as number); at += 1) {
    if (inside[at] === 0) continue;
    if (group >= 0 && organization?.[column[at] as number] === group) return false;
    outsiders += outside?.[column[at] as number] ?? 0;
  }
  const loses = outside?.[giver] === 1 && outside[taker] === 0;
  return !loses || outsiders > (task.outsiders?.[own] ?? 0);
}

/** Shortest ways of handing over, from all columns with excess: per node its distance, and the last step to it. */
type Search = {
  readonly distance: Float64Array;
  readonly parent: Int32Array;
  /** The entry given up and the one taken on the last step; NONE where spare moves. */
  readonly given: Int32Array;
  readonly taken: Int32Array;
  readonly done: Uint8Array;
};

function search(flow: Flow): Search {
  const { task, excess, prices } = flow;
  const nodes = task.core.columns + 1;
  const found: Search = {
    distance: new Float64Array(nodes).fill(Number.POSITIVE_INFINITY),
    parent: new Int32Array(nodes).fill(NONE),
    given: new Int32Array(nodes).fill(NONE),
    taken: new Int32Array(nodes).fill(NONE),
    done: new Uint8Array(nodes),
  };
  const { distance, done } = found;
  for (let node = 0; node < nodes - 1; node += 1) if ((excess[node] as number) > 0) distance[node] = 0;
  const rowSeen = new Float64Array(task.core.rows).fill(Number.POSITIVE_INFINITY);
  const ruled = Boolean(task.core.organization ?? task.outsiders);
  for (;;) {
    let nearest = NONE;
    let closest = Number.POSITIVE_INFINITY;
    for (let node = 0; node < nodes; node += 1) {
      if (done[node] === 0 && (distance[node] as number) < closest) {
        nearest = node;
        closest = distance[node] as number;
      }
    }
    if (nearest === NONE) return found;
    done[nearest] = 1;
    if (nearest === nodes - 1) fromSpare(flow, found, closest);
    else {
      if ((flow.spare[nearest] as number) > 0) {
        reach(found, nodes - 1, closest + (prices[nodes - 1] as number) - (prices[nearest] as number), nearest);
      }
      fromColumn(flow, found, nearest, rowSeen, ruled);
    }
  }
}

function reach({ distance, parent, given, taken }: Search, node: number, length: number, from: number): void {
  if (length >= (distance[node] as number)) return;
  distance[node] = length;
  parent[node] = from;
  given[node] = NONE;
  taken[node] = NONE;
}

function fromSpare({ task, spare, prices }: Flow, found: Search, closest: number): void {
  const { columns, least, most } = task.core;
  for (let column = 0; column < columns; column += 1) {
    if ((spare[column] as number) >= (most[column] as number) - (least[column] as number)) continue;
    reach(found, column, closest + (prices[column] as number) - (prices[columns] as number), columns);
  }
}

/** One reviewer's applications may each be handed over to whom their rows know; a row once passed nearer is skipped. */
function fromColumn(flow: Flow, found: Search, from: number, rowSeen: Float64Array, ruled: boolean): void {
  const { entries, prices, head, next } = flow;
  const { start, row, column, weight, inside } = entries;
  const { distance, parent, given, taken, done } = found;
  const base = (distance[from] as number) - (prices[from] as number);
  for (let held = head[from] as number; held !== NONE; held = next[held] as number) {
    const own = row[held] as number;
    const reached = base + (weight[held] as number);
    if (!ruled && reached >= (rowSeen[own] as number)) continue;
    rowSeen[own] = reached;
    for (let at = start[own] as number; at < (start[own + 1] as number); at += 1) {
      const to = column[at] as number;
      const length = reached - (weight[at] as number) + (prices[to] as number);
      if (length >= (distance[to] as number) || inside[at] === 1 || done[to] === 1) continue;
      if (ruled && !maySwap(flow, held, at)) continue;
      distance[to] = length;
      parent[to] = from;
      given[to] = held;
      taken[to] = at;
    }
  }
}

/** Lowers each price by its distance: then every shortest way costs nothing, and nothing gains. */
function reprice({ prices }: Flow, { distance }: Search): void {
  let farthest = 0;
  for (const each of distance) if (each < Number.POSITIVE_INFINITY && each > farthest) farthest = each;
  for (let node = 0; node < prices.length; node += 1) {
    prices[node] = (prices[node] as number) - Math.min(farthest, distance[node] as number);
  }
}

function stepIsOpen(flow: Flow, { given, taken, parent }: Search, node: number): boolean {
  const { spare, task } = flow;
  if (given[node] !== NONE) return maySwap(flow, given[node] as number, taken[node] as number);
  const { columns, most, least } = task.core;
  if (node === columns) return (spare[parent[node] as number] as number) > 0;
  return (spare[node] as number) < (most[node] as number) - (least[node] as number);
}

function makeStep(flow: Flow, { given, taken, parent }: Search, node: number): void {
  if (given[node] !== NONE) {
    take(flow, given[node] as number);
    put(flow, taken[node] as number);
    return;
  }
  const { spare, excess, task } = flow;
  const from = parent[node] as number;
  if (node < task.core.columns) {
    spare[node] = (spare[node] as number) + 1;
    excess[node] = (excess[node] as number) + 1;
  } else {
    spare[from] = (spare[from] as number) - 1;
    excess[from] = (excess[from] as number) - 1;
  }
}

/** Hands one over along the way to a column that lacks; not where others have used a step of it in the meantime. */
function push(flow: Flow, found: Search, end: number): boolean {
  let node = end;
  while (found.parent[node] !== NONE) {
    if (!stepIsOpen(flow, found, node)) return false;
    node = found.parent[node] as number;
  }
  if ((flow.excess[node] as number) <= 0) return false;
  for (node = end; found.parent[node] !== NONE; node = found.parent[node] as number) makeStep(flow, found, node);
  return true;
}

export type Balance = { readonly reached?: Uint8Array; readonly phases: number; readonly pushes: number };

/**
 * Brings every load within its bounds along shortest ways, so that the choice stays best at prices that move with it.
 * Where no way leads from excess to lack, gives the nodes that excess can reach: a cut.
 */
export function balance(flow: Flow): Balance {
  const { excess, task } = flow;
  let phases = 0;
  let pushes = 0;
  for (;;) {
    const lacking: number[] = [];
    for (let column = 0; column < task.core.columns; column += 1) {
      if ((excess[column] as number) < 0) lacking.push(column);
    }
    if (lacking.length === 0) return { phases, pushes };
    const found = search(flow);
    const ends = lacking.filter((column) => found.done[column] === 1);
    if (ends.length === 0) return { reached: found.done, phases, pushes };
    reprice(flow, found);
    phases += 1;
    ends.sort((a, b) => (found.distance[a] as number) - (found.distance[b] as number));
    for (const end of ends) {
      while ((excess[end] as number) < 0 && push(flow, found, end)) pushes += 1;
    }
  }
}
