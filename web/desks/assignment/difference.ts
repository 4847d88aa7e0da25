/** A difference with its sign: `+12`, `−3`, `±0`. */
export function differenceOf(now: number, before: number): string {
  const difference = now - before;
  if (difference === 0) return '±0';
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}
