import { type Arcs, givenFor, handOver, LOST, maySwap, openArcs, relook, remake } from './arcs.ts';
import { type Flow, NONE } from './flow.ts';
import { advance, empty, type Frontier, nearest, openFrontier } from './frontier.ts';

/** A way that leads past more columns than this is not nearby. */
const NEAR = 24;

/** The shortest ways of handing over: by node its distance and the last step to it. */
type Search = {
  readonly distance: Float64Array;
  readonly parent: Int32Array;
  /** The entry taken on the last step; NONE where spare moves. */
  readonly taken: Int32Array;
  /** 1 for the nodes whose distance is final. */
  readonly done: Uint8Array;
  /** Nodes with a distance that is not final, and those with a final one. */
  readonly frontier: Frontier;
  readonly closed: number[];
  whole: boolean;
  /** The nearest column that lacks, and how far it is. */
  end: number;
  farthest: number;
};

function openSearch(columns: number): Search {
  const distance = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
  return {
    distance,
    parent: new Int32Array(columns + 1).fill(NONE),
    taken: new Int32Array(columns + 1).fill(NONE),
    done: new Uint8Array(columns + 1),
    frontier: openFrontier(distance),
    closed: [],
    whole: false,
    end: NONE,
    farthest: Number.POSITIVE_INFINITY,
  };
}

/** Forgets only what was touched: most searches stay near their source. */
function forget(found: Search, whole: boolean): void {
  const { distance, done, closed, frontier } = found;
  empty(frontier, (node) => {
    distance[node] = Number.POSITIVE_INFINITY;
  });
  for (const node of closed) {
    distance[node] = Number.POSITIVE_INFINITY;
    done[node] = 0;
  }
  closed.length = 0;
  found.whole = whole;
  found.end = NONE;
  found.farthest = Number.POSITIVE_INFINITY;
}

/** Dijkstra from columns with excess: to the nearest that lacks, if it is near, or (`whole`) to all that can be reached. */
function search(arcs: Arcs, found: Search, sources: readonly number[], whole: boolean): void {
  const { flow } = arcs;
  const { columns } = flow.task.core;
  forget(found, whole);
  for (const source of sources) {
    found.distance[source] = 0;
    found.parent[source] = NONE;
    advance(found.frontier, source);
  }
  while (found.frontier.size > 0 && (whole || found.closed.length < NEAR)) {
    const node = nearest(found.frontier);
    found.closed.push(node);
    if ((found.distance[node] as number) >= found.farthest) return;
    found.done[node] = 1;
    if (node === columns) fromSpare(flow, found);
    else {
      if ((flow.spare[node] as number) > 0) {
        const step = (flow.prices[columns] as number) - (flow.prices[node] as number);
        reach(flow, found, columns, (found.distance[node] as number) + step, node, NONE);
      }
      if (arcs.sparse) fromRows(arcs, found, node);
      else fromColumn(arcs, found, node);
    }
  }
  found.end = NONE;
}

function reach(flow: Flow, found: Search, node: number, length: number, from: number, entry: number): void {
  const { distance, parent, taken } = found;
  if (length >= (distance[node] as number) || length >= found.farthest) return;
  if (!found.whole && (flow.excess[node] as number) < 0) {
    found.end = node;
    found.farthest = length;
  }
  distance[node] = length;
  parent[node] = from;
  taken[node] = entry;
  advance(found.frontier, node);
}

function fromSpare(flow: Flow, found: Search): void {
  const { columns, least, most } = flow.task.core;
  const base = (found.distance[columns] as number) - (flow.prices[columns] as number);
  for (let column = 0; column < columns; column += 1) {
    if ((flow.spare[column] as number) >= (most[column] as number) - (least[column] as number)) continue;
    reach(flow, found, column, base + (flow.prices[column] as number), columns, NONE);
  }
}

function fromColumn(arcs: Arcs, found: Search, from: number): void {
  const { flow, made } = arcs;
  if (made[from] === 0) remake(arcs, from);
  const loss = arcs.loss[from] as Float64Array;
  const taken = arcs.taken[from] as Int32Array;
  const { prices } = flow;
  const { distance, done } = found;
  const base = (distance[from] as number) - (prices[from] as number);
  for (let to = 0; to < loss.length; to += 1) {
    let length = base + (loss[to] as number) + (prices[to] as number);
    if (length >= (distance[to] as number) || length >= found.farthest || done[to] === 1) continue;
    if (taken[to] === LOST) {
      relook(arcs, from, to);
      length = base + (loss[to] as number) + (prices[to] as number);
    }
    reach(flow, found, to, length, from, taken[to] as number);
  }
}

/** The same along the rows that a column holds, where these are so few that arcs would cost more than they save. */
function fromRows({ flow, ruled }: Arcs, found: Search, from: number): void {
  const { entries, prices, head, next } = flow;
  const { start, row, column, weight, inside } = entries;
  const { distance, done } = found;
  const base = (distance[from] as number) - (prices[from] as number);
  for (let held = head[from] as number; held !== NONE; held = next[held] as number) {
    const own = row[held] as number;
    const reached = base + (weight[held] as number);
    for (let at = start[own] as number; at < (start[own + 1] as number); at += 1) {
      const to = column[at] as number;
      const length = reached - (weight[at] as number) + (prices[to] as number);
      if (length >= (distance[to] as number) || done[to] === 1 || inside[at] === 1) continue;
      if (!ruled || maySwap(flow, held, at)) reach(flow, found, to, length, from, at);
    }
  }
}

/** Raises the prices of what lies nearer than the farthest: then all shortest ways cost nothing, and nothing gains. */
function reprice({ prices }: Flow, { distance, closed, farthest }: Search): void {
  for (const node of closed) {
    const nearer = farthest - (distance[node] as number);
    if (nearer > 0) prices[node] = (prices[node] as number) + nearer;
  }
}

/** How much may move on the way found: one application, or as much spare as there is room for. */
function amountOf({ task, excess, spare }: Flow, { parent, taken }: Search, end: number): number {
  const { columns, most, least } = task.core;
  const middle = parent[end] as number;
  if (taken[end] !== NONE || middle !== columns) return 1;
  const source = parent[columns] as number;
  if (parent[source] !== NONE) return 1;
  const room = (most[end] as number) - (least[end] as number) - (spare[end] as number);
  return Math.min(excess[source] as number, -(excess[end] as number), spare[source] as number, room);
}

function moveAlong(arcs: Arcs, found: Search, end: number): void {
  const { flow } = arcs;
  const { parent, taken } = found;
  const amount = amountOf(flow, found, end);
  for (let node = end; parent[node] !== NONE; node = parent[node] as number) {
    const from = parent[node] as number;
    if (taken[node] === NONE) moveSpare(flow, from, node, amount);
    else handOver(arcs, from, taken[node] as number);
  }
}

function moveSpare({ task, spare, excess }: Flow, from: number, to: number, amount: number): void {
  const column = to === task.core.columns ? from : to;
  const change = column === to ? amount : -amount;
  spare[column] = (spare[column] as number) + change;
  excess[column] = (excess[column] as number) + change;
}

/** The entry by which a step still costs nothing: the one that was found, or of many alike the next; else NONE. */
function freeStep(arcs: Arcs, from: number, to: number, found: number): number {
  if (arcs.sparse) return isFree(arcs, from, found) ? found : NONE;
  if (arcs.made[from] === 0) return NONE;
  const { prices } = arcs.flow;
  const taken = arcs.taken[from] as Int32Array;
  if (taken[to] === LOST) relook(arcs, from, to);
  const lost = (arcs.loss[from] as Float64Array)[to] as number;
  return lost + (prices[to] as number) === prices[from] ? (taken[to] as number) : NONE;
}

/** A handover that was found costs nothing as long as its row may make it. */
function isFree({ flow, ruled }: Arcs, from: number, entry: number): boolean {
  const { inside } = flow.entries;
  const given = givenFor(flow, from, entry);
  return inside[given] === 1 && inside[entry] === 0 && (!ruled || maySwap(flow, given, entry));
}

/** Does the way to a column still cost nothing, and is there something left to move at its beginning? */
function isOpen(arcs: Arcs, { parent, taken }: Search, end: number): boolean {
  const { task, spare, excess } = arcs.flow;
  const { columns, most, least } = task.core;
  if ((excess[end] as number) >= 0) return false;
  let node = end;
  for (; parent[node] !== NONE; node = parent[node] as number) {
    const from = parent[node] as number;
    if (taken[node] !== NONE) {
      const entry = freeStep(arcs, from, node, taken[node] as number);
      if (entry === NONE) return false;
      taken[node] = entry;
    } else if (node === columns) {
      if (spare[from] === 0) return false;
    } else if ((spare[node] as number) >= (most[node] as number) - (least[node] as number)) return false;
  }
  return (excess[node] as number) > 0;
}

/** What is too much goes where there is room nearby, one at a time. */
function balanceNearby(arcs: Arcs, found: Search): void {
  const { excess } = arcs.flow;
  for (let source = 0; source < excess.length; source += 1) {
    while ((excess[source] as number) > 0) {
      search(arcs, found, [source], false);
      if (found.end === NONE) break;
      reprice(arcs.flow, found);
      do moveAlong(arcs, found, found.end);
      while (isOpen(arcs, found, found.end));
    }
  }
}

/**
 * Brings every load within its bounds along shortest ways, so that the choice stays best at prices that move with it:
 * nearby first, then from everywhere at once along the tree of all shortest ways. Where no way leads from excess to
 * lack, gives the nodes that excess can reach: a cut.
 */
export function balance(flow: Flow): Uint8Array | undefined {
  const { excess } = flow;
  const columns = [...excess.keys()];
  if (excess.every((each) => each <= 0)) return undefined;
  const arcs = openArcs(flow);
  const found = openSearch(excess.length);
  balanceNearby(arcs, found);
  for (;;) {
    const sources = columns.filter((column) => (excess[column] as number) > 0);
    if (sources.length === 0) return undefined;
    search(arcs, found, sources, true);
    const ends = found.closed.filter((node) => (excess[node] as number) < 0);
    if (ends.length === 0) return found.done;
    found.farthest = found.distance[found.closed.at(-1) as number] as number;
    reprice(flow, found);
    for (const end of ends) while (isOpen(arcs, found, end)) moveAlong(arcs, found, end);
  }
}
