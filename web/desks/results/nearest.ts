/** So many lines a chart bears before it is a grey block. */
const MOST = 60;

/** The things around a place of their order, as many as a chart bears. */
export function nearest<T>(things: readonly T[], place: number): readonly T[] {
  if (things.length <= MOST) return things;
  const from = Math.max(0, Math.min(place - MOST / 2, things.length - MOST));
  return things.slice(from, from + MOST);
}
