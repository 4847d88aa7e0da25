/** The same things with one of them a place further up (−1) or down (1). */
export function moved<T>(things: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const [one, other] = [things[at], things[at + by]];
  if (one === undefined || other === undefined) return things;
  return things.map((thing, place) => (place === at ? other : place === at + by ? one : thing));
}
