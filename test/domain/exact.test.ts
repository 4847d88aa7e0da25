import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  formatHalfUp,
  fromInteger,
  max,
  min,
  multiply,
  parseRational,
  type Rational,
  ratio,
  roundHalfUp,
  subtract,
  sum,
  toFraction,
} from '#domain/exact';

const big = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const divisor = big.filter((value) => value !== 0n);
const rational = fc.tuple(big, divisor).map(([n, d]) => ratio(n, d));
const fractions = (...values: string[]) => values.map((text) => parseRational(text));

describe('exact arithmetic', () => {
  it('keeps every value in lowest terms with a positive divisor', () => {
    expect(ratio(6n, -4n)).toEqual({ n: -3n, d: 2n });
    expect(ratio(0n, -7n)).toEqual({ n: 0n, d: 1n });
  });

  it('agrees with cross-multiplied bigints', () => {
    fc.assert(
      fc.property(big, divisor, big, divisor, (a, b, c, d) => {
        const [x, y] = [ratio(a, b), ratio(c, d)];
        expect(add(x, y)).toEqual(ratio(a * d + c * b, b * d));
        expect(multiply(x, y)).toEqual(ratio(a * c, b * d));
        expect(Math.sign(Number(a * d * (b * d) - c * b * (b * d)))).toBe(compare(x, y));
      }),
    );
  });

  it('takes back by subtraction what it added, and by division what it multiplied', () => {
    fc.assert(
      fc.property(rational, rational, (x, y) => {
        expect(subtract(add(x, y), y)).toEqual(x);
        if (y.n !== 0n) expect(divide(multiply(x, y), y)).toEqual(x);
      }),
    );
  });

  it('adds up a list in any order to the same sum, which a float does not', () => {
    expect(toFraction(sum(fractions('0.1', '0.2')))).toBe('3/10');
    fc.assert(
      fc.property(fc.array(rational, { maxLength: 8 }), (values) => {
        expect(sum(values.toReversed())).toEqual(sum(values));
      }),
    );
  });

  it('finds the least and the most of several', () => {
    const [a, b, c] = fractions('1/3', '0.33', '33/100') as [Rational, Rational, Rational];
    expect(min(a, b, c)).toEqual(b);
    expect(max(b, a, c)).toEqual(a);
  });

  it('refuses to divide by zero and to take a float for a whole number', () => {
    expect(() => divide(fromInteger(1), fromInteger(0))).toThrow(RangeError);
    expect(() => fromInteger(0.5)).toThrow(RangeError);
    expect(() => fromInteger(2 ** 53)).toThrow(RangeError);
  });
});

describe('exact values as text', () => {
  it('reads decimals and fractions', () => {
    expect(parseRational('270.5')).toEqual({ n: 541n, d: 2n });
    expect(parseRational('541/6')).toEqual({ n: 541n, d: 6n });
    expect(parseRational('-0.50')).toEqual({ n: -1n, d: 2n });
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(rational, (value) => {
        expect(parseRational(toFraction(value))).toEqual(value);
      }),
    );
  });

  it.each(['', ' 1', '1/0', '1/-2', '.5', '5.', '1e3', '1/2/3', 'NaN', '１/２', '0x10', '1,5'])(
    'refuses %j and says which field it was',
    (text) => {
      expect(() => parseRational(text, 'score')).toThrow(
        expect.objectContaining({
          code: 'InvalidInput',
          fields: [expect.objectContaining({ path: 'score', code: 'NotAFraction' })],
        }),
      );
    },
  );
});

describe('rounding for display', () => {
  it.each([
    ['541/6', '90.17'],
    ['89.995', '90.00'],
    ['89.9949', '89.99'],
    ['0.005', '0.01'],
    ['-0.005', '-0.01'],
    ['-0.0049', '0.00'],
    ['-12.5', '-12.50'],
    ['100', '100.00'],
  ])('shows %s as %s: half goes away from zero on either side', (value, shown) => {
    expect(formatHalfUp(parseRational(value))).toBe(shown);
  });

  it('shows as many decimals as asked', () => {
    expect(formatHalfUp(parseRational('2.5'), 0)).toBe('3');
    expect(formatHalfUp(parseRational('1/3'), 4)).toBe('0.3333');
  });

  it('is never off by more than half of the last place', () => {
    fc.assert(
      fc.property(rational, fc.integer({ min: 0, max: 6 }), (value, places) => {
        const error = subtract(value, ratio(roundHalfUp(value, places), 10n ** BigInt(places)));
        const size = error.n < 0n ? subtract(fromInteger(0), error) : error;
        expect(compare(size, ratio(1n, 2n * 10n ** BigInt(places)))).toBeLessThanOrEqual(0);
      }),
    );
  });
});
