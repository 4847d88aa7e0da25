import { type Core, forbidden, type Solution, scaleOf } from './core.ts';
import { openNearLists } from './near-lists.ts';
import { openStanding } from './standing.ts';
import { standingWeights } from './standing-weights.ts';
import { wholePrices } from './whole-prices.ts';

/**
 * An assignment that stands, open to single changes of which each leaves it optimal again: a minimum-cost flow on the
 * reviewers' graph. A step from column i to column j hands one of i's rows over to j; the last node, `rest`, stands for
 * the room that is left between the loads and their bounds. Prices keep each step's reduced cost at 0 or above, so
 * that a shortest path from where one is too many to where one is too few restores the optimum. Of shortest paths one
 * with the fewest steps is taken: it keeps the group rules (exchanges of matroids along such a path are joint ones).
 */
export type Exchange = {
  /** Takes a pair out. Its load stays counted, as a hole, until it is filled or closed. */
  take(row: number, column: number): void;
  /** Gives up the holes of a column. */
  close(column: number): void;
  /** The cheapest way to one more member of a row, at the place of `hole` or any room; false if there is none. */
  seat(row: number, hole?: number): boolean;
  /** Fills a hole whose row needs no other member, or lets it go where that is better. */
  settle(hole: number): boolean;
  /** Gives a row this panel for good and lets the others make up for it as well as can be; false if they cannot. */
  fix(row: number, panel: readonly number[]): boolean;
  /** What it would take to put a pair in, the pair first, or undefined where that cannot be; changes nothing. */
  wayTo(row: number, column: number): Handover[] | undefined;
  loadOf(column: number): number;
  panelOf(row: number): Int32Array;
  /** Total fit by row, kept up to date. */
  readonly totals: Int32Array;
  /** What a pair is worth as things stand: its weight less the column's price. */
  valueOf(row: number, column: number): number;
  /** As it stands, with prices that prove it best by fit; the exchange is over then. */
  solution(): Solution;
};

/** A row that leaves a column for another. */
export type Handover = { readonly row: number; readonly from: number; readonly to: number };

const NONE = -1;
/** How many fits of loss a search looks at before it begins again with more. */
const FIRST_LIMIT = 4;

/**
 * @param from optimal for `core` but for what the caller then takes out, seats and settles; its rows may be fewer.
 * @param unit what one fit is worth in `from.prices`.
 * @param holes columns of which each has lost a load with a row that is gone; the caller settles them.
 */
export function openExchange(core: Core, from: Solution, unit: number, holes: Iterable<number> = []): Exchange {
  const { columns, fit } = core;
  const rest = columns;
  const weights = standingWeights(core, from);
  const { fit: fitUnit, weightOf } = weights;
  const isRuled = core.organization !== undefined || (core.outsiders ?? 0) > 0;
  const standing = openStanding(core, from, holes);
  const { panelOf, loads, totals, held, allows, isPinned } = standing;
  /** By column, and of the rest. */
  const price = new Float64Array(columns + 1);
  price.set(wholePrices(from.prices, unit).map((each) => each * fitUnit));
  const near = openNearLists(core, weights, standing, price);
  /** How far the search goes. */
  let limit = 0;

  function put(row: number, column: number): void {
    standing.put(row, column);
    near.mark(row, column, true);
  }

  function take(row: number, column: number): void {
    standing.take(row, column);
    near.mark(row, column, false);
  }

  // A column that all rows or only pins hold may have a price that its own bounds do not call for; nobody misses it.
  for (let column = 0; column < columns; column += 1) {
    const load = loads[column] as number;
    if (load < (core.most[column] as number)) price[column] = Math.min(0, price[column] as number);
    if (load > (core.least[column] as number)) price[column] = Math.max(0, price[column] as number);
  }

  const distance = new Float64Array(columns + 1);
  const steps = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  const handed = new Int32Array(columns + 1);
  const done = new Uint8Array(columns + 1);

  function clear(): void {
    distance.fill(Number.POSITIVE_INFINITY);
    before.fill(NONE);
    steps.fill(0);
    done.fill(0);
  }

  function reach(node: number, at: number, by: number, row: number): void {
    if (at > (distance[node] as number) || done[node] === 1) return;
    const hops = by === NONE ? 0 : (steps[by] as number) + 1;
    if (at === (distance[node] as number) && hops >= (steps[node] as number)) return;
    distance[node] = at;
    steps[node] = hops;
    before[node] = by;
    handed[node] = row;
  }

  function relaxRow(row: number, node: number, at: number): void {
    const base = at + weightOf(row, node) - (price[node] as number);
    if (base - limit > (near.known(row)?.top ?? Number.POSITIVE_INFINITY)) return;
    const { columns: others, weights: theirs, inside } = near.reaching(row, base - limit, limit);
    for (let index = 0; index < others.length; index += 1) {
      if (inside[index]) continue;
      const other = others[index] as number;
      const reached = base - (theirs[index] as number) + (price[other] as number);
      if (reached > (distance[other] as number) || (isRuled && !allows(row, other, node))) continue;
      reach(other, reached, node, row);
    }
  }

  function relax(node: number): void {
    const at = distance[node] as number;
    if (node === rest) {
      const level = at - (price[rest] as number);
      for (let column = 0; column < columns; column += 1) {
        const loose = (loads[column] as number) > (core.least[column] as number);
        if (loose) reach(column, level + (price[column] as number), rest, NONE);
      }
      return;
    }
    for (const row of held[node] as number[]) relaxRow(row, node, at);
    const room = (loads[node] as number) < (core.most[node] as number);
    if (room) reach(rest, at + (price[rest] as number) - (price[node] as number), node, NONE);
  }

  /** The nearest open node, of equals the one of the fewest steps; NONE when the rest cannot be reached. */
  function nearest(): number {
    let found = NONE;
    let closest = Number.POSITIVE_INFINITY;
    for (let node = 0; node <= columns; node += 1) {
      const at = distance[node] as number;
      if (at > closest || done[node] === 1 || at === Number.POSITIVE_INFINITY) continue;
      if (at < closest || (steps[node] as number) < (steps[found] as number)) {
        found = node;
        closest = at;
      }
    }
    return found;
  }

  /** Dijkstra from the labels that `start` sets until `isEnd`. */
  function search(start: () => void, isEnd: (node: number, at: number) => boolean): number {
    for (limit = FIRST_LIMIT * fitUnit; ; ) {
      clear();
      start();
      let node = nearest();
      while (node !== NONE && (distance[node] as number) <= limit) {
        if (isEnd(node, distance[node] as number)) return node;
        done[node] = 1;
        relax(node);
        node = nearest();
      }
      if (node === NONE && limit === Number.POSITIVE_INFINITY) return NONE;
      limit = node === NONE ? Number.POSITIVE_INFINITY : 4 * (distance[node] as number);
    }
  }

  /** Finds the way to an end and goes it; returns the node at its beginning. Whatever lies nearer than its end gains. */
  function go(start: () => void, end: number): number {
    if (search(start, (node) => node === end) === NONE) return NONE;
    const farthest = distance[end] as number;
    for (let node = 0; node <= columns; node += 1) {
      price[node] = (price[node] as number) + Math.max(0, farthest - (distance[node] as number));
    }
    let first = end;
    for (let node = end; before[node] !== NONE; node = first) {
      first = before[node] as number;
      if (node === rest) loads[first] = (loads[first] as number) + 1;
      else if (first === rest) loads[node] = (loads[node] as number) - 1;
      else {
        take(handed[node] as number, first);
        put(handed[node] as number, node);
      }
    }
    return first;
  }

  /** Labels for a row with a free seat: by how much each column that may take it is worth less than the best one. */
  function labelSeat(row: number): void {
    let best = Number.NEGATIVE_INFINITY;
    const open: [column: number, value: number][] = [];
    const panel = panelOf(row);
    for (let column = 0; column < columns; column += 1) {
      if (fit[row * columns + column] === forbidden || panel.includes(column)) continue;
      if (isRuled && !allows(row, column, NONE)) continue;
      const value = weightOf(row, column) - (price[column] as number);
      best = Math.max(best, value);
      open.push([column, value]);
    }
    for (const [column, value] of open) reach(column, best - value, NONE, row);
  }

  function handoversTo(last: number, row: number, column: number): Handover[] {
    const handovers: Handover[] = [{ row, from: last, to: column }];
    for (let node = last; before[node] !== NONE; node = before[node] as number) {
      const previous = before[node] as number;
      if (node !== rest && previous !== rest) handovers.push({ row: handed[node] as number, from: previous, to: node });
    }
    return handovers;
  }

  return {
    take,
    close(column) {
      const pinned = core.pins.filter((pin) => pin[1] === column).length;
      loads[column] = (held[column] as number[]).length + pinned;
    },
    seat(row, hole = rest) {
      const first = go(() => labelSeat(row), hole);
      if (first === NONE) return false;
      put(row, first);
      return true;
    },
    settle: (hole) => go(() => reach(rest, 0, NONE, NONE), hole) !== NONE,
    fix(row, panel) {
      const stood = [...panelOf(row)];
      for (const column of stood) take(row, column);
      for (const column of panel) {
        standing.pin(row, column);
        put(row, column);
      }
      const gone = stood.filter((column) => !panel.includes(column));
      const come = panel.filter((column) => !stood.includes(column));
      return come.every((column, at) => go(() => reach(column, 0, NONE, NONE), gone[at] as number) !== NONE);
    },
    wayTo(row, column) {
      const leaving = [...panelOf(row)].filter((each) => !isPinned(row, each) && allows(row, column, each));
      const mine = weightOf(row, column) - (price[column] as number);
      const losses = leaving.map((each) => weightOf(row, each) - (price[each] as number) - mine);
      let last = NONE;
      let least = Number.POSITIVE_INFINITY;
      // Each column that the row could leave for this one is an end; the nearest counts, of equals the fewest steps.
      const isEnd = (node: number, at: number): boolean => {
        if (at > least) return true;
        const loss = at + (losses[leaving.indexOf(node)] ?? Number.POSITIVE_INFINITY);
        if (loss < least || (loss === least && (steps[node] as number) < (steps[last] as number))) {
          least = loss;
          last = node;
        }
        return false;
      };
      search(() => {
        last = NONE;
        least = Number.POSITIVE_INFINITY;
        reach(column, 0, NONE, NONE);
      }, isEnd);
      return last === NONE ? undefined : handoversTo(last, row, column);
    },
    valueOf: (row, column) => weightOf(row, column) - (price[column] as number),
    loadOf: (column) => loads[column] as number,
    panelOf,
    totals,
    solution,
  };

  function solution(): Solution {
    for (let row = 0; row < core.rows; row += 1) panelOf(row).sort();
    const total = totals.reduce((sum, each) => sum + each, 0);
    const { scale } = scaleOf(core);
    const prices = price.subarray(0, columns).map((each) => each - (price[rest] as number));
    const { members, offsets } = standing;
    return { members, offsets, total, prices: wholePrices(prices, fitUnit).map((each) => each * scale) };
  }
}
