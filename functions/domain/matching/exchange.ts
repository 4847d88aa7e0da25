import { type Core, forbidden, type Solution, scaleOf } from './core.ts';
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

/** The columns of a row whose value, weight less price, is at least `floor`: all that a search within its limit needs. */
type Near = {
  readonly floor: number;
  /** No column outside of the panel is worth more: prices never fall. */
  top: number;
  readonly columns: number[];
  readonly weights: number[];
  readonly inside: boolean[];
};

const NONE = -1;
/** How many fits of loss a search looks at before it begins again with more. */
const FIRST_LIMIT = 4;
/** How many fits farther than needed a row's list may reach. */
const LONGEST_LIST = 32;

/**
 * @param from optimal for `core` but for what the caller then takes out, seats and settles; its rows may be fewer.
 * @param unit what one fit is worth in `from.prices`.
 * @param holes columns of which each has lost a load with a row that is gone; the caller settles them.
 */
export function openExchange(core: Core, from: Solution, unit: number, holes: Iterable<number> = []): Exchange {
  const { columns, fit, sizes, organization, outside, outsiders = 0 } = core;
  const rest = columns;
  const { fit: fitUnit, weightOf } = standingWeights(core, from);
  const ruled = organization !== undefined || outsiders > 0;

  const offsets = new Int32Array(core.rows + 1);
  for (let row = 0; row < core.rows; row += 1) offsets[row + 1] = (offsets[row] as number) + (sizes[row] as number);
  const members = new Int32Array(offsets[core.rows] as number);
  const filled = new Int32Array(core.rows);
  const loads = new Int32Array(columns);
  /** Fit of each row's panel as it stands. */
  const totals = new Int32Array(core.rows);
  /** The rows that a column holds and may hand over; pinned ones are not among them. */
  const held = Array.from({ length: columns }, (): number[] => []);
  const pins = new Set(core.pins.map(([row, column]) => row * columns + column));
  /** By column, and of the rest. */
  const price = new Float64Array(columns + 1);
  price.set(wholePrices(from.prices, unit).map((each) => each * fitUnit));

  const near: (Near | undefined)[] = [];
  /** How far the search goes. */
  let limit = 0;

  const panelOf = (row: number): Int32Array =>
    members.subarray(offsets[row] as number, (offsets[row] as number) + (filled[row] as number));

  /** A column from beyond the list, as a free seat may take, makes the list void. */
  function mark(row: number, column: number, isInside: boolean): void {
    const list = near[row];
    const at = list?.columns.indexOf(column) ?? NONE;
    if (list && at >= 0) {
      list.inside[at] = isInside;
      if (!isInside) list.top = Number.POSITIVE_INFINITY;
    } else near[row] = undefined;
  }

  function put(row: number, column: number): void {
    members[(offsets[row] as number) + (filled[row] as number)] = column;
    filled[row] = (filled[row] as number) + 1;
    totals[row] = (totals[row] as number) + (fit[row * columns + column] as number);
    if (pins.size === 0 || !pins.has(row * columns + column)) held[column]?.push(row);
    mark(row, column, true);
  }

  function take(row: number, column: number): void {
    const panel = panelOf(row);
    panel[panel.indexOf(column)] = panel.at(-1) as number;
    filled[row] = (filled[row] as number) - 1;
    totals[row] = (totals[row] as number) - (fit[row * columns + column] as number);
    const rows = held[column] as number[];
    const at = rows.indexOf(row);
    if (at >= 0) rows.splice(at, 1);
    mark(row, column, false);
  }

  for (let row = 0; row + 1 < from.offsets.length; row += 1) {
    for (let at = from.offsets[row] as number; at < (from.offsets[row + 1] as number); at += 1) {
      const column = from.members[at] as number;
      put(row, column);
      loads[column] = (loads[column] as number) + 1;
    }
  }

  for (const column of holes) loads[column] = (loads[column] as number) + 1;
  // A column that all rows or only pins hold may have a price that its own bounds do not call for; nobody misses it.
  for (let column = 0; column < columns; column += 1) {
    const load = loads[column] as number;
    const [room, loose] = [load < (core.most[column] as number), load > (core.least[column] as number)];
    if (room) price[column] = Math.min(0, price[column] as number);
    if (loose) price[column] = Math.max(0, price[column] as number);
  }

  /** Whether a row's rules let `column` in once `leaving` (or nobody) is out. */
  function allows(row: number, column: number, leaving: number): boolean {
    let insiders = outside?.[column] === 1 ? 0 : 1;
    for (const other of panelOf(row)) {
      if (other === leaving) continue;
      if (outside?.[other] !== 1) insiders += 1;
      const group = organization?.[other] ?? NONE;
      if (group >= 0 && group === organization?.[column]) return false;
    }
    return outsiders === 0 || insiders <= (sizes[row] as number) - outsiders;
  }

  /** The row's columns of at least a value. Prices never fall, so that what was left out stays below its floor. */
  function nearOf(row: number, floor: number): Near {
    const known = near[row];
    // A list that a far search made long is made anew rather than read again and again.
    const tooLong =
      known !== undefined && known.floor < floor - LONGEST_LIST * fitUnit && known.columns.length > columns / 4;
    if (known && known.floor <= floor && !tooLong) return known;
    const line = row * columns;
    const each = fitUnit * (core.factors?.[row] ?? 1);
    const panel = panelOf(row);
    let low = floor;
    for (const column of panel) {
      low = Math.min(low, (fit[line + column] as number) * each - (price[column] as number) - limit);
    }
    const made: Near = { floor: low - FIRST_LIMIT * fitUnit, top: low, columns: [], weights: [], inside: [] };
    // What lies below the fit in a weight is less than one fit.
    const least = made.floor - fitUnit;
    for (let column = 0; column < columns; column += 1) {
      const value = (fit[line + column] as number) * each - (price[column] as number);
      if (value < least || fit[line + column] === forbidden) continue;
      const isInside = panel.includes(column);
      if (!isInside) made.top = Math.max(made.top, value + fitUnit);
      made.columns.push(column);
      made.weights.push(weightOf(row, column));
      made.inside.push(isInside);
    }
    near[row] = made;
    return made;
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
    const list = near[row];
    if (list && base - limit > list.top) return;
    const { columns: others, weights, inside } = nearOf(row, base - limit);
    for (let index = 0; index < others.length; index += 1) {
      if (inside[index]) continue;
      const other = others[index] as number;
      const reached = base - (weights[index] as number) + (price[other] as number);
      if (reached > (distance[other] as number) || (ruled && !allows(row, other, node))) continue;
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
      if (ruled && !allows(row, column, NONE)) continue;
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
        pins.add(row * columns + column);
        put(row, column);
      }
      const gone = stood.filter((column) => !panel.includes(column));
      const come = panel.filter((column) => !stood.includes(column));
      return come.every((column, at) => go(() => reach(column, 0, NONE, NONE), gone[at] as number) !== NONE);
    },
    wayTo(row, column) {
      const leaving = [...panelOf(row)].filter((each) => !pins.has(row * columns + each) && allows(row, column, each));
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
    return { members, offsets, total, prices: wholePrices(prices, fitUnit).map((each) => each * scale) };
  }
}
