import { type Folded, SHINGLE, SHORTEST_PASSAGE, shinglesOf } from './fingerprints.ts';

/** A stretch of one part, as positions in its original text (UTF-16, end excluded). */
export type Stretch = { readonly part: number; readonly start: number; readonly end: number };

/** The same words in two texts; `same` counts the signs that are equal, for small edits may lie between them. */
export type Passage = { readonly left: Stretch; readonly right: Stretch; readonly same: number };

/** Signs at which a passage does not count: what everybody has, and what the standard itself says. */
export type Mask = Uint8Array;

type Tile = { readonly left: number; readonly right: number; readonly length: number };

/** Of a shingle that a text repeats over and over only the first places are tried, so that nobody can stall the search. */
const MOST_PLACES = 64;

/** Tiles that lie no further apart than this in either text are one passage with an edit in it. */
const WIDEST_EDIT = 12;

const partAt = (bounds: readonly number[], place: number): number => {
  let part = 0;
  while (part + 1 < bounds.length && (bounds[part + 1] ?? 0) <= place) part += 1;
  return part;
};

/** The end of the part that a place lies in. */
const endOfPart = (text: Folded, place: number): number => text.bounds[partAt(text.bounds, place) + 1] ?? 0;

/** How many signs are equal from these two places on, within their parts and up to what is masked. */
function reach(left: Folded, right: Folded, mask: Mask, from: number, to: number): number {
  const most = Math.min(endOfPart(left, from) - from, endOfPart(right, to) - to);
  let length = 0;
  while (length < most && left.signs[from + length] === right.signs[to + length] && !mask[to + length]) length += 1;
  return length;
}

/** From left to right over the second text, the longest stretch that the first one has too, each sign once. */
function tilesOf(left: Folded, right: Folded, mask: Mask): Tile[] {
  const places = new Map<number, number[]>();
  shinglesOf(left, (place, hash) => {
    const known = places.get(hash);
    if (known && known.length < MOST_PLACES) known.push(place);
    else if (!known) places.set(hash, [place]);
  });
  const hashes = new Map<number, number>();
  shinglesOf(right, (place, hash) => hashes.set(place, hash));
  const tiles: Tile[] = [];
  for (let at = 0; at + SHINGLE <= right.signs.length; ) {
    const hash = hashes.get(at);
    let best: Tile | undefined;
    for (const place of (hash !== undefined && places.get(hash)) || []) {
      const length = reach(left, right, mask, place, at);
      if (length >= SHORTEST_PASSAGE && length > (best?.length ?? 0)) best = { left: place, right: at, length };
    }
    if (best) tiles.push(best);
    at += best?.length ?? 1;
  }
  return tiles;
}

const stretch = (text: Folded, from: number, to: number): Stretch => ({
  part: partAt(text.bounds, from),
  start: text.starts[from] ?? 0,
  end: text.ends[to - 1] ?? 0,
});

/** Whether a tile goes on where the one before it ended, but for an edit. */
function continues(left: Folded, right: Folded, before: Tile, next: Tile): boolean {
  const gapLeft = next.left - before.left - before.length;
  const gapRight = next.right - before.right - before.length;
  return (
    gapLeft >= 0 &&
    gapLeft <= WIDEST_EDIT &&
    gapRight <= WIDEST_EDIT &&
    partAt(left.bounds, before.left) === partAt(left.bounds, next.left) &&
    partAt(right.bounds, before.right) === partAt(right.bounds, next.right)
  );
}

/** All passages that two texts have in common, in the order of the second one. `mask` is over the second one's signs. */
export function passagesBetween(left: Folded, right: Folded, mask: Mask): Passage[] {
  const tiles = tilesOf(left, right, mask);
  const passages: Passage[] = [];
  for (let from = 0; from < tiles.length; ) {
    let to = from;
    let same = tiles[from]?.length ?? 0;
    for (;;) {
      const [before, next] = [tiles[to], tiles[to + 1]];
      if (!before || !next || !continues(left, right, before, next)) break;
      same += next.length;
      to += 1;
    }
    const [first, last] = [tiles[from], tiles[to]];
    if (first && last) {
      passages.push({
        left: stretch(left, first.left, last.left + last.length),
        right: stretch(right, first.right, last.right + last.length),
        same,
      });
    }
    from = to + 1;
  }
  return passages;
}
