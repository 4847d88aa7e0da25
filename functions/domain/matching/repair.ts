import { type Core, forbidden, isShortage, type Shortage, type Solution, scaleOf } from './core.ts';
import { type Exchange, openExchange } from './exchange.ts';
import { solve } from './solver.ts';

/** What may happen after a draw. Pairs whose review has begun are pins of the core: nothing here moves them. */
export type Change =
  /** A reviewer leaves: what is not pinned of theirs is handed to others. */
  | { readonly kind: 'leave'; readonly column: number }
  /** An application arrives, as the last row. */
  | { readonly kind: 'arrive'; readonly fit: Int16Array; readonly size: number; readonly rowTie: number }
  /** An application is withdrawn; the rows behind it move up by one. */
  | { readonly kind: 'withdraw'; readonly row: number }
  /** A conflict becomes known: the pair must not be. */
  | { readonly kind: 'forbid'; readonly row: number; readonly column: number }
  /** A row gets one reviewer more. */
  | { readonly kind: 'seat'; readonly row: number };

export type Repaired = {
  readonly core: Core;
  /** The best by fit, as solving anew would give; of those it keeps as many standing pairs as it can, then draws. */
  readonly solution: Solution;
  /** Standing pairs that had to go beside those that the change itself took away. */
  readonly touched: number;
};

const withAt = (values: Int32Array, at: number, value: number): Int32Array => {
  const copy = values.slice();
  copy[at] = value;
  return copy;
};

type Line = Int16Array | Int32Array | Uint32Array;

/** Safe: the constructor of a typed array makes one of its own kind. */
const alike = <T extends Line>(values: T, length: number): T =>
  new (values.constructor as new (length: number) => T)(length);

function longer<T extends Line>(values: T, more: ArrayLike<number>): T {
  const made = alike(values, values.length + more.length);
  made.set(values);
  made.set(more, values.length);
  return made;
}

function without<T extends Line>(values: T, from: number, count: number): T {
  const made = alike(values, values.length - count);
  made.set(values.subarray(0, from));
  made.set(values.subarray(from + count), from);
  return made;
}

/** The problem after a change. @throws RangeError where the change forbids a pair that is pinned. */
export function changed(core: Core, change: Change): Core {
  switch (change.kind) {
    case 'leave': {
      const pinned = core.pins.filter(([, column]) => column === change.column).map(([row]) => row);
      const fit = core.fit.slice();
      for (let row = 0; row < core.rows; row += 1) fit[row * core.columns + change.column] = forbidden;
      for (const row of pinned)
        fit[row * core.columns + change.column] = core.fit[row * core.columns + change.column] as number;
      const least = withAt(core.least, change.column, pinned.length);
      return { ...core, fit, least, most: withAt(core.most, change.column, pinned.length) };
    }
    case 'arrive':
      return {
        ...core,
        rows: core.rows + 1,
        fit: longer(core.fit, change.fit),
        sizes: longer(core.sizes, [change.size]),
        rowTie: longer(core.rowTie, [change.rowTie]),
        ...(core.factors && { factors: longer(core.factors, [Math.min(...core.factors)]) }),
      };
    case 'withdraw':
      return {
        ...core,
        rows: core.rows - 1,
        fit: without(core.fit, change.row * core.columns, core.columns),
        sizes: without(core.sizes, change.row, 1),
        rowTie: without(core.rowTie, change.row, 1),
        pins: core.pins
          .filter(([row]) => row !== change.row)
          .map(([row, column]) => [row > change.row ? row - 1 : row, column] as const),
        ...(core.factors && { factors: without(core.factors, change.row, 1) }),
      };
    case 'forbid': {
      if (core.pins.some(([row, column]) => row === change.row && column === change.column))
        throw new RangeError(`A pinned pair cannot be forbidden: ${change.row}, ${change.column}`);
      const fit = core.fit.slice();
      fit[change.row * core.columns + change.column] = forbidden;
      return { ...core, fit };
    }
    case 'seat':
      return { ...core, sizes: withAt(core.sizes, change.row, (core.sizes[change.row] as number) + 1) };
  }
}

const panelOf = ({ members, offsets }: Solution, row: number): Int32Array =>
  row + 1 < offsets.length
    ? members.subarray(offsets[row] as number, offsets[row + 1] as number)
    : members.subarray(0, 0);

/** Makes the change in an open exchange; false where no assignment is left. */
function apply(exchange: Exchange, core: Core, from: Solution, change: Change): boolean {
  switch (change.kind) {
    case 'leave': {
      const pinned = new Set(core.pins.filter(([, column]) => column === change.column).map(([row]) => row));
      const rows = rowsOf(from, change.column).filter((row) => !pinned.has(row));
      for (const row of rows) exchange.take(row, change.column);
      exchange.close(change.column);
      return rows.every((row) => exchange.seat(row));
    }
    case 'arrive':
      return Array.from({ length: change.size }).every(() => exchange.seat(core.rows - 1));
    case 'withdraw':
      return panelOf(from, change.row).every((column) => exchange.settle(column));
    case 'forbid':
      if (!panelOf(from, change.row).includes(change.column)) return true;
      exchange.take(change.row, change.column);
      return exchange.seat(change.row, change.column);
    case 'seat':
      return exchange.seat(change.row);
  }
}

function rowsOf({ members, offsets }: Solution, column: number): number[] {
  const rows: number[] = [];
  let row = 0;
  for (let at = members.indexOf(column); at >= 0; at = members.indexOf(column, at + 1)) {
    while ((offsets[row + 1] as number) <= at) row += 1;
    rows.push(row);
  }
  return rows;
}

/**
 * Restores the optimum after one change from where it was, or tells why nothing can be assigned any more.
 * @param from optimal for `core` by fit, as `solve` or an earlier repair made it.
 */
export function repair(core: Core, from: Solution, change: Change): Repaired | Shortage {
  const next = changed(core, change);
  const { scale } = scaleOf(core);
  const stood = change.kind === 'withdraw' ? withoutRow(core, from, change.row) : from;
  const exchange = openExchange(next, stood, scale, change.kind === 'withdraw' ? panelOf(from, change.row) : []);
  if (!apply(exchange, next, from, change)) {
    const anew = solve(next);
    if (isShortage(anew)) return anew;
    throw new Error('The repair found no way where there is one');
  }
  const solution = exchange.solution();
  return { core: next, solution, touched: touchedOf(stood, solution, change) };
}

function withoutRow(core: Core, { members, offsets, total, prices }: Solution, row: number): Solution {
  const [from, end] = [offsets[row] as number, offsets[row + 1] as number];
  const lost = members.subarray(from, end).reduce((sum, at) => sum + (core.fit[row * core.columns + at] as number), 0);
  return {
    members: without(members, from, end - from),
    offsets: without(offsets, row, 1).map((offset, at) => (at < row ? offset : offset - (end - from))),
    total: total - lost,
    prices,
  };
}

/** Pairs that stood, that the change itself did not take away, and that are gone. */
function touchedOf(stood: Solution, to: Solution, change: Change): number {
  const taken = (row: number, column: number): boolean =>
    (change.kind === 'leave' || (change.kind === 'forbid' && change.row === row)) && change.column === column;
  let touched = 0;
  for (let row = 0; row + 1 < stood.offsets.length; row += 1) {
    const panel = panelOf(to, row);
    for (const column of panelOf(stood, row)) touched += Number(!panel.includes(column) && !taken(row, column));
  }
  return touched;
}
