import { type Arcs, handOver, LOST, openArcs, relook, remake } from './arcs.ts';
import { type Flow, NONE } from './flow.ts';

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
function search(arcs: Arcs, found: Search, source: number): void {
  const { flow } = arcs;
  const { columns } = flow.task.core;
  forget(found);
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
      fromColumn(arcs, found, node);
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

function moveAlong(arcs: Arcs, found: Search): void {
  const { flow } = arcs;
  const { parent, taken } = found;
  const amount = amountOf(flow, found);
  for (let node = found.end; parent[node] !== NONE; node = parent[node] as number) {
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

/**
 * Brings every load within its bounds along shortest ways, so that the choice stays best at prices that move with it.
 * Where no way leads from excess to lack, gives the nodes that excess can reach: a cut.
 */
export function balance(flow: Flow): Uint8Array | undefined {
  const { excess } = flow;
  if (excess.every((each) => each <= 0)) return undefined;
  const arcs = openArcs(flow);
  const found = openSearch(excess.length);
  for (let source = 0; source < excess.length; source += 1) {
    while ((excess[source] as number) > 0) {
      search(arcs, found, source);
      if (found.end === NONE) return found.done;
      reprice(flow, found);
      moveAlong(arcs, found);
    }
  }
  return undefined;
}
