import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, decimal, fraction, isSame, minus, plus, ratio, shown, times, whole } from '#local/dossier/fraction';

const fractions = fc.tuple(fc.bigInt(-10_000n, 10_000n), fc.bigInt(1n, 10_000n)).map(([n, d]) => ratio(n, d));

describe('a fraction', () => {
  it('keeps what a binary float loses', () => {
    expect(plus(decimal('0.1'), decimal('0.2'))).toEqual(decimal('0.3'));
  });

  it('is read as the frozen results write it', () => {
    expect(fraction('24563/250')).toEqual(decimal('98.252'));
    expect(fraction('90')).toEqual(whole(90));
  });

  it('is shown with two decimals, half up', () => {
    expect([decimal('90.005'), decimal('89.9949'), ratio(280n, 3n), whole(90)].map(shown)).toEqual([
      '90.01',
      '89.99',
      '93.33',
      '90.00',
    ]);
  });

  it('refuses what is no decimal number', () => {
    expect(() => decimal('9,5')).toThrow(RangeError);
  });

  it('obeys the laws of arithmetic', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(isSame(minus(plus(a, b), b), a)).toBe(true);
        expect(isSame(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(true);
        expect(compare(a, b)).toBe(-compare(b, a) || 0);
      }),
    );
  });
});
