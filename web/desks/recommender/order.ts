import type { Decision } from './decisions.ts';
import type { Cell } from './use-seats.ts';

/** The order in which a department recommends, as ids. */
export type Order = readonly string[];

/** What has a place in the order, and which it is. */
type Ranked = { readonly applicationId: string; readonly rank?: number | undefined };

/** One moved to another place, the others closing up. */
export function movedTo(order: Order, from: number, to: number): Order {
  const id = order[from];
  if (id === undefined || to < 0 || to >= order.length) return order;
  const others = order.filter((_, at) => at !== from);
  return [...others.slice(0, to), id, ...others.slice(to)];
}

/** Those that may have a place: first as they were put, then whoever has none yet. */
export const orderOf = (placed: Order, all: readonly string[]): Order => {
  const there = new Set(all);
  const known = placed.filter((id) => there.has(id));
  const before = new Set(known);
  return [...known, ...all.filter((id) => !before.has(id))];
};

/** Rows in the order in which they are recommended; those without a place come last, as they stood. */
export const inOrder = <Row extends Ranked>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));

/** Each wanted one at its number, as far as there are so many; the others keep their order around them. */
export function numbered(before: Order, wanted: readonly { readonly id: string; readonly order: number }[]): Order {
  const named = [...wanted].sort((a, b) => a.order - b.order);
  const ids = new Set(named.map(({ id }) => id));
  const others = before.filter((id) => !ids.has(id));
  const all: string[] = [];
  while (named.length > 0 || others.length > 0) {
    const isDue = named[0] !== undefined && (named[0].order <= all.length + 1 || others.length === 0);
    const next = isDue ? named.shift()?.id : others.shift();
    if (next !== undefined) all.push(next);
  }
  return all;
}

/** The order of one category and department as it shall be, on the version that was read. */
export type NewOrder = Pick<Cell, 'categoryId' | 'department'> & {
  readonly applicationIds: string[];
  readonly version: number;
};

type Case = { readonly applicationId: string; readonly categoryId: string; readonly recommender: string };

/** What a workbook's numbers change in the orders; a refused application has no place. */
export function ordersIn(decisions: readonly Decision[], cases: readonly Case[], cells: readonly Cell[]): NewOrder[] {
  return cells.flatMap(({ categoryId, department, order, orderVersion }) => {
    const own = new Set(
      cases
        .filter((each) => each.categoryId === categoryId && each.recommender === department)
        .map(({ applicationId }) => applicationId),
    );
    const wanted = decisions.flatMap(({ applicationId: id, order: number, verdict }) =>
      own.has(id) && number !== undefined && verdict !== 'decline' ? [{ id, order: number }] : [],
    );
    const next = numbered(order, wanted);
    if (wanted.length === 0 || next.join() === order.join()) return [];
    return [{ categoryId, department, applicationIds: [...next], version: orderVersion }];
  });
}
