import { createHash } from 'node:crypto';

const numberOf = (seed: string, id: string): string => createHash('sha256').update(`${seed}\n${id}`).digest('hex');

/**
 * A draw (随机抽取) of `percent` of a hundred of the ids, at least one of any: those with the least SHA-256 over seed
 * and id, a line each. The same seed draws the same, and nobody can steer it once the seed is public.
 */
export function sampled(ids: readonly string[], percent: number, seed: string): string[] {
  const count = Math.ceil((ids.length * percent) / 100);
  return ids
    .map((id) => ({ id, number: numberOf(seed, id) }))
    .toSorted((a, b) => (a.number < b.number ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id)
    .toSorted();
}
