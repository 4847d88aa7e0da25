/** A row in sight: which one it is, and the element that shows it. */
export type Slot = { readonly index: number; readonly id: number };

/**
 * The elements for the rows at `wanted` (ascending). A row that was in sight keeps its element; between two that stay,
 * the elements of those that leave serve those that come. So a jump to other rows makes no element anew, which is what
 * costs the browser most, and an element is never moved, because one that holds the focus would lose it.
 */
export function slotsFor(before: readonly Slot[], wanted: readonly number[]): readonly Slot[] {
  const asked = new Set(wanted);
  const staying = before.filter(({ index }) => asked.has(index));
  const idOf = new Map(staying.map(({ index, id }) => [index, id]));
  const gapAt = (at: number): number => staying.filter(({ index }) => index < at).length;
  const free = new Map<number, number[]>();
  for (const { index, id } of before) {
    if (idOf.has(index)) continue;
    const gap = gapAt(index);
    free.set(gap, [...(free.get(gap) ?? []), id]);
  }
  let fresh = Math.max(-1, ...before.map(({ id }) => id));
  return wanted.map((index) => ({ index, id: idOf.get(index) ?? free.get(gapAt(index))?.shift() ?? ++fresh }));
}
