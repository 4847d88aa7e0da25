import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsArbiter, spreadOf } from '#domain/arbitration';

describe('arbitration', () => {
  it('begins strictly beyond the threshold, to the hundredth', () => {
    expect(needsArbiter([9000, 7500, 8000], '15')).toBe(false);
    expect(needsArbiter([9000, 7499, 8000], '15')).toBe(true);
    expect(needsArbiter([9000, 8999], '0.01')).toBe(false);
    expect(needsArbiter([9000, 8998], '0.01')).toBe(true);
  });

  it('is nobody’s business without a threshold, or with fewer than two totals', () => {
    expect(needsArbiter([0, 10_000], undefined)).toBe(false);
    expect(needsArbiter([10_000], '0')).toBe(false);
    expect(spreadOf([])).toBe(0);
  });

  it('does not depend on the order of the sheets', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 9 }), (totals) => {
        const sorted = totals.toSorted((a, b) => a - b);
        expect(spreadOf(totals)).toBe((sorted.at(-1) ?? 0) - (sorted[0] ?? 0));
      }),
    );
  });
});
