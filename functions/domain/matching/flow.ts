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
  readonly arcs: Arcs;
};

/**
 * By giver and taker the cheapest handover: what a row's chosen entry weighs more than the one taken for it. Made when
 * first asked for, and again after a change of a row that the giver holds.
 */
type Arcs = {
  readonly loss: (Float64Array | undefined)[];
  readonly taken: (Int32Array | undefined)[];
  /** 1 where a giver's arcs hold. */
  readonly fresh: Uint8Array;
};

const NONE = -1;

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
    arcs: { loss: [], taken: [], fresh: new Uint8Array(columns) },
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

function put(flow: Flow, at: number): void {
  const column = flow.entries.column[at] as number;
  link(flow, at);
  flow.entries.inside[at] = 1;
  flow.excess[column] = (flow.excess[column] as number) + 1;
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

/** The shortest ways of handing over from one column: by node its distance and the last step to it. */
type Search = {
  readonly distance: Float64Array;
  readonly parent: Int32Array;
  /** The entry taken on the last step; NONE where spare moves. */
  readonly taken: Int32Array;
  /** 1 for the nodes whose distance is final. */
  readonly done: Uint8Array;
  /** Nodes with a distance that is not final, and those with a final one. */
  readonly open: number[];
  readonly closed: number[];
  /** The nearest column that lacks, and how far it is. */
  end: number;
  farthest: number;
};

function openSearch(columns: number): Search {
  return {
    distance: new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY),
    parent: new Int32Array(columns + 1).fill(NONE),
    taken: new Int32Array(columns + 1).fill(NONE),
    done: new Uint8Array(columns + 1),
    open: [],
    closed: [],
    end: NONE,
    farthest: Number.POSITIVE_INFINITY,
  };
}

/** Forgets only what was touched: most searches stay near their source. */
function forget(found: Search): void {
  for (const list of [found.open, found.closed]) {
    for (const node of list) {
      found.distance[node] = Number.POSITIVE_INFINITY;
      found.done[node] = 0;
    }
    list.length = 0;
  }
  found.end = NONE;
  found.farthest = Number.POSITIVE_INFINITY;
}

function nextOf({ open, distance }: Search): number {
  let nearest = 0;
  for (let at = 1; at < open.length; at += 1) {
    if ((distance[open[at] as number] as number) < (distance[open[nearest] as number] as number)) nearest = at;
  }
  const node = open[nearest] as number;
  open[nearest] = open[open.length - 1] as number;
  open.pop();
  return node;
}

/** Dijkstra from a column with excess to the nearest that lacks. */
function search(flow: Flow, found: Search, source: number): void {
  forget(found);
  const { columns, organization } = flow.task.core;
  const ruled = Boolean(organization ?? flow.task.outsiders);
  found.distance[source] = 0;
  found.parent[source] = NONE;
  found.open.push(source);
  while (found.open.length > 0) {
    const node = nextOf(found);
    found.closed.push(node);
    if ((found.distance[node] as number) >= found.farthest) return;
    found.done[node] = 1;
    if (node === columns) fromSpare(flow, found);
    else {
      if ((flow.spare[node] as number) > 0) {
        const step = (flow.prices[columns] as number) - (flow.prices[node] as number);
        reach(flow, found, columns, (found.distance[node] as number) + step, node, NONE);
      }
      fromColumn(flow, found, node, ruled);
    }
  }
}

function reach(flow: Flow, found: Search, node: number, length: number, from: number, entry: number): void {
  const { distance, open, parent, taken } = found;
  if (length >= (distance[node] as number) || length >= found.farthest) return;
  if (distance[node] === Number.POSITIVE_INFINITY) open.push(node);
  if ((flow.excess[node] as number) < 0) {
    found.end = node;
    found.farthest = length;
  }
  distance[node] = length;
  parent[node] = from;
  taken[node] = entry;
}

function fromSpare(flow: Flow, found: Search): void {
  const { columns, least, most } = flow.task.core;
  const base = (found.distance[columns] as number) - (flow.prices[columns] as number);
  for (let column = 0; column < columns; column += 1) {
    if ((flow.spare[column] as number) >= (most[column] as number) - (least[column] as number)) continue;
    reach(flow, found, column, base + (flow.prices[column] as number), columns, NONE);
  }
}

/** The giver's arcs, made anew where they do not hold. */
function arcsFrom(flow: Flow, giver: number, ruled: boolean): Float64Array {
  const { entries, arcs, head, next } = flow;
  const { columns } = flow.task.core;
  arcs.loss[giver] ??= new Float64Array(columns);
  arcs.taken[giver] ??= new Int32Array(columns);
  const loss = arcs.loss[giver];
  const taken = arcs.taken[giver];
  if (arcs.fresh[giver] === 1) return loss;
  arcs.fresh[giver] = 1;
  loss.fill(Number.POSITIVE_INFINITY);
  const { start, row, column, weight, inside } = entries;
  for (let held = head[giver] as number; held !== NONE; held = next[held] as number) {
    const own = row[held] as number;
    const end = start[own + 1] as number;
    const worth = weight[held] as number;
    for (let at = start[own] as number; at < end; at += 1) {
      const to = column[at] as number;
      const lost = worth - (weight[at] as number);
      if (lost >= (loss[to] as number) || inside[at] === 1 || (ruled && !maySwap(flow, held, at))) continue;
      loss[to] = lost;
      taken[to] = at;
    }
  }
  return loss;
}

function fromColumn(flow: Flow, found: Search, from: number, ruled: boolean): void {
  const loss = arcsFrom(flow, from, ruled);
  const taken = flow.arcs.taken[from] as Int32Array;
  const { prices } = flow;
  const { distance, done } = found;
  const base = (distance[from] as number) - (prices[from] as number);
  for (let to = 0; to < loss.length; to += 1) {
    const length = base + (loss[to] as number) + (prices[to] as number);
    if (length < (distance[to] as number) && done[to] === 0) reach(flow, found, to, length, from, taken[to] as number);
  }
}

/** The entry that the row of the taken one gives up for it. */
function givenFor({ entries }: Flow, giver: number, taken: number): number {
  let at = entries.start[entries.row[taken] as number] as number;
  while (entries.column[at] !== giver) at += 1;
  return at;
}

/** After a row's change, what its members may give has to be looked at anew. */
function spoil({ entries, arcs }: Flow, taken: number): void {
  const { start, row, column, inside } = entries;
  const own = row[taken] as number;
  for (let at = start[own] as number; at < (start[own + 1] as number); at += 1) {
    if (inside[at] === 1) arcs.fresh[column[at] as number] = 0;
  }
}

/** Raises the prices of what lies nearer than the end: then the way to it costs nothing, and nothing gains. */
function reprice({ prices }: Flow, { distance, closed, farthest }: Search): void {
  for (const node of closed) {
    const nearer = farthest - (distance[node] as number);
    if (nearer > 0) prices[node] = (prices[node] as number) + nearer;
  }
}

/** How much may move on the way found: one application, or as much spare as there is room for. */
function amountOf({ task, excess, spare }: Flow, { parent, taken, end }: Search): number {
  const { columns, most, least } = task.core;
  const middle = parent[end] as number;
  if (taken[end] !== NONE || middle !== columns) return 1;
  const source = parent[columns] as number;
  if (parent[source] !== NONE) return 1;
  const room = (most[end] as number) - (least[end] as number) - (spare[end] as number);
  return Math.min(excess[source] as number, -(excess[end] as number), spare[source] as number, room);
}

function moveAlong(flow: Flow, found: Search): void {
  const { parent, taken } = found;
  const amount = amountOf(flow, found);
  for (let node = found.end; parent[node] !== NONE; node = parent[node] as number) {
    const entry = taken[node] as number;
    if (entry === NONE) moveSpare(flow, parent[node] as number, node, amount);
    else {
      spoil(flow, entry);
      take(flow, givenFor(flow, parent[node] as number, entry));
      put(flow, entry);
      flow.arcs.fresh[node] = 0;
    }
  }
}

function moveSpare({ task, spare, excess }: Flow, from: number, to: number, amount: number): void {
  const column = to === task.core.columns ? from : to;
  const change = column === to ? amount : -amount;
  spare[column] = (spare[column] as number) + change;
  excess[column] = (excess[column] as number) + change;
}

/**
 * Brings every load within its bounds along shortest ways, so that the choice stays best at prices that move with it.
 * Where no way leads from excess to lack, gives the nodes that excess can reach: a cut.
 */
export function balance(flow: Flow): Uint8Array | undefined {
  const found = openSearch(flow.task.core.columns);
  for (let source = 0; source < flow.task.core.columns; source += 1) {
    while ((flow.excess[source] as number) > 0) {
      search(flow, found, source);
      if (found.end === NONE) return found.done;
      reprice(flow, found);
      moveAlong(flow, found);
    }
  }
  return undefined;
}
