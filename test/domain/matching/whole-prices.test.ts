import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholePrices } from '#domain/matching/whole-prices';

describe('wholePrices', () => {
  it('keeps every difference of a whole number of units that small parts alone blur', () => {
    const unit = 1000;
    const lists = fc.array(fc.integer({ min: -20_000, max: 20_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lists, (list) => {
        const whole = [0, ...wholePrices(Float64Array.from(list), unit)];
        const prices = [0, ...list];
        const blur = Math.ceil(unit / prices.length) - 1;
        for (const [i, from] of prices.entries()) {
          for (const [j, to] of prices.entries()) {
            const least = Math.floor((to - from + blur) / unit);
            expect((whole[j] as number) - (whole[i] as number)).toBeGreaterThanOrEqual(least);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves whole prices as they are', () => {
    expect([...wholePrices(Float64Array.from([3000, -2000, 0]), 1000)]).toEqual([3, -2, 0]);
  });
});
