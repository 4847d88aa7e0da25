/**
 * FNV-1a over the parts, then a final mix (Murmur3's), as an unsigned 32-bit integer. Everything in the season that
 * looks like chance comes from here, so that the same seed gives the same season on every machine: no `Math.random`,
 * no floats.
 */
export function hashOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(parts.join('\u0000'))) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** An integer from `low` to `high`, both included. */
export const between = (low: number, high: number, ...parts: readonly (string | number)[]): number =>
  low + (hashOf(...parts) % (high - low + 1));

/** True for about `percent` of a hundred subjects. */
export const chance = (percent: number, ...parts: readonly (string | number)[]): boolean =>
  hashOf(...parts) % 10_000 < percent * 100;

/** One of the items; there is at least one. */
export const pick = <Item>(items: readonly Item[], ...parts: readonly (string | number)[]): Item =>
  items[hashOf(...parts) % items.length] as Item; // a remainder of its length

/** The items in an order that only the seed determines. */
export const shuffled = <Item>(items: readonly Item[], keyOf: (item: Item) => string, seed: string): Item[] =>
  items.toSorted((a, b) => hashOf(seed, 'order', keyOf(a)) - hashOf(seed, 'order', keyOf(b)));

/** Hundredths as a decimal text: 635 → '6.35'. */
export const decimalOf = (hundredths: number): string =>
  `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
