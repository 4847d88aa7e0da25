import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Sampled, sampled } from '#domain/sampling';

const units = fc
  .uniqueArray(fc.tuple(fc.string(), fc.constantFrom('a', 'b', 'c', 'd', 'e')), { selector: ([key]) => key })
  .map((all): Sampled[] => all.map(([key, areaId]) => ({ key, areaId })));
const percents = fc.integer({ min: 1, max: 100 });

const counted = (all: readonly Sampled[], keys: readonly string[]): Map<string, { of: number; drawn: number }> => {
  const counts = new Map<string, { of: number; drawn: number }>();
  for (const { key, areaId } of all) {
    const { of, drawn } = counts.get(areaId) ?? { of: 0, drawn: 0 };
    counts.set(areaId, { of: of + 1, drawn: drawn + Number(keys.includes(key)) });
  }
  return counts;
};

describe('the sample', () => {
  it('is the same for the same seed in any order, of the right size, and drawn from what was given', () => {
    fc.assert(
      fc.property(units, percents, fc.string(), (all, percent, seed) => {
        const drawn = sampled(all, percent, seed);
        expect(sampled(all.toReversed(), percent, seed)).toEqual(drawn);
        expect(drawn).toHaveLength(Math.ceil((all.length * percent) / 100));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.every((key) => all.some((each) => each.key === key))).toBe(true);
      }),
    );
  });

  it('has somebody of each area if it is large enough, and else nowhere two more than an even share', () => {
    fc.assert(
      fc.property(units, percents, fc.string(), (all, percent, seed) => {
        const drawn = sampled(all, percent, seed);
        const counts = [...counted(all, drawn).values()];
        if (drawn.length >= counts.length) expect(counts.every((count) => count.drawn >= 1)).toBe(true);
        // In proportion up to rounding: no area gets a whole seat more than its share, nor more than it has.
        for (const { of, drawn: own } of counts) {
          expect(own).toBeLessThanOrEqual(of);
          expect(own).toBeLessThanOrEqual(Math.ceil((of * drawn.length) / Math.max(1, all.length)));
        }
      }),
    );
  });

  it('keeps to the share of an area: 60, 30 and 10 of a hundred give 6, 3 and 1 of ten', () => {
    const all = Array.from({ length: 100 }, (_, at) => ({
      key: `unit-${at}`,
      areaId: at < 60 ? 'west' : at < 90 ? 'east' : 'north',
    }));
    const counts = counted(all, sampled(all, 10, '2026'));
    expect([...counts].map(([areaId, { drawn }]) => [areaId, drawn])).toEqual([
      ['west', 6],
      ['east', 3],
      ['north', 1],
    ]);
  });

  it('takes those of an area whose published hash is least', () => {
    const all = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key, areaId: 'west' }));
    const hash = (key: string): string => createHash('sha256').update(`2026\n${key}`).digest('hex');
    const least = all
      .map(({ key }) => key)
      .toSorted((a, b) => hash(a).localeCompare(hash(b)))
      .slice(0, 2);
    expect(sampled(all, 40, '2026')).toEqual(least.toSorted());
  });
});
