/**
 * Texts as they are compared: letters and digits alone, width and case folded, each with its place in the original.
 * Shingles are 8 signs long; of every 8 neighbouring shingles the one with the least hash is kept (winnowing), so that
 * any passage of 15 equal signs leaves at least one fingerprint in both texts.
 */
export const SHINGLE = 8;
export const WINDOW = 8;
/** The shortest passage that is always found. */
export const SHORTEST_PASSAGE = SHINGLE + WINDOW - 1;

export type Part = { readonly name: string; readonly text: string };

/** `signs` are code points; `starts` and `ends` their places in the text of the part that `partOf` tells. */
export type Folded = {
  readonly signs: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Where each part begins among the signs; the last entry is their number. */
  readonly bounds: readonly number[];
};

const isSign = /[\p{L}\p{N}]/u;

/** One character as it is compared: nothing for spaces, punctuation and marks, several signs for ㈱. */
const foldings = new Map<string, readonly number[]>();
function foldingOf(character: string): readonly number[] {
  const known = foldings.get(character);
  if (known) return known;
  const signs = [...character.normalize('NFKC').toLowerCase()].filter((sign) => isSign.test(sign));
  const folded = signs.map((sign) => sign.codePointAt(0) ?? 0);
  foldings.set(character, folded);
  return folded;
}

export function folded(parts: readonly Part[]): Folded {
  const signs: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const bounds: number[] = [];
  for (const { text } of parts) {
    bounds.push(signs.length);
    let at = 0;
    for (const character of text) {
      for (const sign of foldingOf(character)) {
        signs.push(sign);
        starts.push(at);
        ends.push(at + character.length);
      }
      at += character.length;
    }
  }
  bounds.push(signs.length);
  return { signs: Uint32Array.from(signs), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), bounds };
}

const BASE = 0x01000193;

/** Spreads the bits of a hash, so that the least one of a window is no matter of the alphabet (MurmurHash3's mixer). */
function mixed(hash: number): number {
  let bits = hash;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

let highest = 1;
for (let power = 1; power < SHINGLE; power += 1) highest = Math.imul(highest, BASE);

/** The hashes (32 bits) of all shingles of a stretch of signs, by a rolling polynomial. */
function hashesWithin(signs: Uint32Array, from: number, to: number): Uint32Array {
  const count = to - from - SHINGLE + 1;
  if (count <= 0) return new Uint32Array();
  const hashes = new Uint32Array(count);
  let hash = 0;
  for (let at = from; at < to; at += 1) {
    if (at - from >= SHINGLE) hash = (hash - Math.imul(signs[at - SHINGLE] ?? 0, highest)) | 0;
    hash = (Math.imul(hash, BASE) + (signs[at] ?? 0)) | 0;
    if (at - from >= SHINGLE - 1) hashes[at - from - SHINGLE + 1] = mixed(hash);
  }
  return hashes;
}

/** Every shingle of a text: its place among the signs, and its hash. None runs over the end of a part. */
export function shinglesOf({ signs, bounds }: Folded, each: (place: number, hash: number) => void): void {
  for (let part = 0; part + 1 < bounds.length; part += 1) {
    const from = bounds[part] ?? 0;
    const hashes = hashesWithin(signs, from, bounds[part + 1] ?? 0);
    for (let at = 0; at < hashes.length; at += 1) each(from + at, hashes[at] ?? 0);
  }
}

/** The shingles that stand for the text: of each window the one with the least hash, the last among equals. */
export function fingerprintsOf({ signs, bounds }: Folded, each: (place: number, hash: number) => void): void {
  for (let part = 0; part + 1 < bounds.length; part += 1) {
    const from = bounds[part] ?? 0;
    const hashes = hashesWithin(signs, from, bounds[part + 1] ?? 0);
    let kept = -1;
    for (let end = Math.min(WINDOW, hashes.length); end <= hashes.length && end > 0; end += 1) {
      const start = Math.max(0, end - WINDOW);
      if (kept >= start && (hashes[end - 1] ?? 0) > (hashes[kept] ?? 0)) continue;
      let least = start;
      for (let at = start; at < end; at += 1) if ((hashes[at] ?? 0) <= (hashes[least] ?? 0)) least = at;
      if (least === kept) continue;
      kept = least;
      each(from + kept, hashes[kept] ?? 0);
    }
  }
}
