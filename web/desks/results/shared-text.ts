/** 125 → '12.5%'. */
export const percentOf = (perMille: number): string => `${Math.floor(perMille / 10)}.${perMille % 10}%`;

export type Piece = { readonly text: string; readonly isShared: boolean };

const SHORTEST = 6;

/** Lengths of the longest runs that end at each pair of places, row by row; the table of the well-known algorithm. */
function longestRun(one: string, other: string): { at: number; to: number; length: number } {
  let best = { at: 0, to: 0, length: 0 };
  let above = new Uint16Array(other.length + 1);
  for (let i = 1; i <= one.length; i += 1) {
    const here = new Uint16Array(other.length + 1);
    for (let j = 1; j <= other.length; j += 1) {
      if (one[i - 1] !== other[j - 1]) continue;
      const length = (above[j - 1] ?? 0) + 1;
      here[j] = length;
      if (length > best.length) best = { at: i - length, to: j - length, length };
    }
    above = here;
  }
  return best;
}

const plain = (text: string): Piece[] => (text === '' ? [] : [{ text, isShared: false }]);

/**
 * Two passages with what they share marked: the longest run of equal signs, then the same on either side of it, down
 * to runs too short to mean anything.
 */
export function sharedPieces(one: string, other: string): { readonly left: Piece[]; readonly right: Piece[] } {
  const { at, to, length } = longestRun(one, other);
  if (length < SHORTEST) return { left: plain(one), right: plain(other) };
  const before = sharedPieces(one.slice(0, at), other.slice(0, to));
  const after = sharedPieces(one.slice(at + length), other.slice(to + length));
  const shared = { text: one.slice(at, at + length), isShared: true };
  return { left: [...before.left, shared, ...after.left], right: [...before.right, shared, ...after.right] };
}
