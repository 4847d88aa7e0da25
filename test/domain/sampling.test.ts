import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampled } from '#domain/sampling';

describe('the sample', () => {
  it('is the same for the same seed in any order, of the right size, and drawn from the ids', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.integer({ min: 1, max: 100 }), fc.string(), (ids, percent, seed) => {
        const drawn = sampled(ids, percent, seed);
        expect(sampled(ids.toReversed(), percent, seed)).toEqual(drawn);
        expect(drawn).toHaveLength(Math.ceil((ids.length * percent) / 100));
        expect(drawn.every((id) => ids.includes(id))).toBe(true);
      }),
    );
  });

  it('takes those whose published hash is least', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const hash = (id: string): string => createHash('sha256').update(`2026\n${id}`).digest('hex');
    const least = ids.toSorted((a, b) => hash(a).localeCompare(hash(b))).slice(0, 2);
    expect(sampled(ids, 40, '2026')).toEqual(least.toSorted());
  });
});
