import { createHash } from 'node:crypto';

const numberOf = (...lines: readonly string[]): string => createHash('sha256').update(lines.join('\n')).digest('hex');

/** Something that may be drawn: what the draw knows it by, and the area for which it stands. */
export type Sampled = { readonly key: string; readonly areaId: string };

type Stratum = { readonly areaId: string; readonly keys: readonly string[] };

const byText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

function strataOf(all: readonly Sampled[]): Stratum[] {
  const areas = new Map<string, string[]>();
  for (const { key, areaId } of all) {
    const keys = areas.get(areaId);
    if (keys) keys.push(key);
    else areas.set(areaId, [key]);
  }
  return [...areas].map(([areaId, keys]) => ({ areaId, keys })).toSorted((a, b) => byText(a.areaId, b.areaId));
}

/** Areas whose share is less than 1 while every area can have one: they get one, and the others share the rest. */
function small(strata: readonly Stratum[], count: number): Set<Stratum> {
  const ones = new Set<Stratum>();
  if (count < strata.length) return ones;
  for (;;) {
    const rest = strata.filter((stratum) => !ones.has(stratum));
    const total = rest.reduce((sum, { keys }) => sum + keys.length, 0);
    const share = count - ones.size;
    const below = rest.filter(({ keys }) => keys.length * share < total);
    if (below.length === 0) return ones;
    for (const stratum of below) ones.add(stratum);
  }
}

/**
 * How many of each area: in proportion, by largest remainder in whole numbers, at least one of each if the count
 * allows. Equal remainders go by the least SHA-256 over seed and area, a line each.
 */
function allocated(strata: readonly Stratum[], count: number, seed: string): Map<Stratum, number> {
  const ones = small(strata, count);
  const rest = strata.filter((stratum) => !ones.has(stratum));
  const total = rest.reduce((sum, { keys }) => sum + keys.length, 0);
  const share = count - ones.size;
  const parts = rest.map((stratum) => {
    const exact = stratum.keys.length * share;
    return { stratum, whole: Math.floor(exact / total), remainder: exact % total };
  });
  const left = share - parts.reduce((sum, { whole }) => sum + whole, 0);
  const raised = parts
    .map((part) => ({ ...part, number: numberOf(seed, part.stratum.areaId) }))
    .toSorted((a, b) => b.remainder - a.remainder || byText(a.number, b.number))
    .slice(0, left)
    .map(({ stratum }) => stratum);
  return new Map([
    ...[...ones].map((stratum): [Stratum, number] => [stratum, 1]),
    ...parts.map(({ stratum, whole }): [Stratum, number] => [stratum, whole + Number(raised.includes(stratum))]),
  ]);
}

/**
 * 抽查: a draw of `percent` of a hundred, rounded up, stratified by area. Within an area those with the least SHA-256
 * over seed and key, a line each. The same seed draws the same, and nobody can steer it once the seed is public.
 * @returns keys in their own order.
 */
export function sampled(all: readonly Sampled[], percent: number, seed: string): string[] {
  const strata = strataOf(all);
  const counts = allocated(strata, Math.ceil((all.length * percent) / 100), seed);
  return strata
    .flatMap((stratum) =>
      stratum.keys
        .map((key) => ({ key, number: numberOf(seed, key) }))
        .toSorted((a, b) => byText(a.number, b.number))
        .slice(0, counts.get(stratum) ?? 0)
        .map(({ key }) => key),
    )
    .toSorted();
}
