/** The order in which a department recommends, as ids; a local matter until it recommends. */
export type Order = readonly string[];

/** One moved to another place, the others closing up. */
export function movedTo(order: Order, from: number, to: number): Order {
  const id = order[from];
  if (id === undefined || to < 0 || to >= order.length) return order;
  const others = order.filter((_, at) => at !== from);
  return [...others.slice(0, to), id, ...others.slice(to)];
}

/** Those that wait: first as they were put, then whoever came since. */
export const orderOf = (kept: Order, waiting: readonly string[]): Order => {
  const there = new Set(waiting);
  const known = kept.filter((id) => there.has(id));
  const before = new Set(known);
  return [...known, ...waiting.filter((id) => !before.has(id))];
};

/** Rows in the order in which they are recommended; those without a place come last, as they stood. */
export function inOrder<Row extends { readonly applicationId: string }>(rows: readonly Row[], order: Order): Row[] {
  const place = new Map(order.map((id, at) => [id, at]));
  return [...rows].sort(
    (a, b) => (place.get(a.applicationId) ?? order.length) - (place.get(b.applicationId) ?? order.length),
  );
}

const keyOf = (cycleId: string): string => `xuechuang.order.${cycleId}`;

export function keptOrder(cycleId: string): Order {
  try {
    return JSON.parse(localStorage.getItem(keyOf(cycleId)) ?? '[]') as Order; // written by `keepOrder` only
  } catch {
    return [];
  }
}

export const keepOrder = (cycleId: string, order: Order): void =>
  localStorage.setItem(keyOf(cycleId), JSON.stringify(order));
