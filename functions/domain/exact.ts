import { invalidField } from './errors.ts';

/**
 * A number held exactly: n / d in lowest terms, d > 0. Scores are compared as these and rounded only to be shown,
 * because a float gives 89.99999999999999 where the rule says 90.
 */
export type Rational = { readonly n: bigint; readonly d: bigint };

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b));

/** n / d in lowest terms. A divisor of 0 is a fault of the caller: RangeError. */
export function ratio(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('Division by zero');
  const divisor = greatestCommonDivisor(magnitude(n), magnitude(d));
  const sign = d < 0n ? -1n : 1n;
  return { n: (sign * n) / divisor, d: (sign * d) / divisor };
}

/** A whole number; anything but a safe integer is a RangeError. */
export function fromInteger(value: number | bigint): Rational {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`Not a safe integer: ${value}`);
  return { n: BigInt(value), d: 1n };
}

export const zero: Rational = fromInteger(0);

export const add = (a: Rational, b: Rational): Rational => ratio(a.n * b.d + b.n * a.d, a.d * b.d);

export const subtract = (a: Rational, b: Rational): Rational => ratio(a.n * b.d - b.n * a.d, a.d * b.d);

export const multiply = (a: Rational, b: Rational): Rational => ratio(a.n * b.n, a.d * b.d);

/** RangeError when b is 0. */
export const divide = (a: Rational, b: Rational): Rational => ratio(a.n * b.d, a.d * b.n);

/** Negative when a < b, 0 when equal, positive when a > b: fit for `sort`. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export const sum = (values: readonly Rational[]): Rational => values.reduce(add, zero);

export const min = (first: Rational, ...rest: readonly Rational[]): Rational =>
  rest.reduce((least, value) => (compare(value, least) < 0 ? value : least), first);

export const max = (first: Rational, ...rest: readonly Rational[]): Rational =>
  rest.reduce((most, value) => (compare(value, most) > 0 ? value : most), first);

/** Reads what `toFraction` writes ('541/6', '90') and plain decimals ('270.5', '-3'); all else is InvalidInput. */
export function parseRational(text: string, path = 'value'): Rational {
  const fraction = /^(-?\d{1,60})\/(\d{1,60})$/.exec(text);
  if (fraction && BigInt(fraction[2] ?? '') !== 0n) return ratio(BigInt(fraction[1] ?? ''), BigInt(fraction[2] ?? ''));
  const decimal = /^(-?)(\d{1,60})(?:\.(\d{1,60}))?$/.exec(text);
  if (!decimal) throw invalidField(path, 'NotAFraction', '不是有效的分数或小数。', 'Not a fraction or a decimal.');
  const [, sign = '', whole = '', decimals = ''] = decimal;
  const scaled = BigInt(whole + decimals);
  return ratio(sign ? -scaled : scaled, 10n ** BigInt(decimals.length));
}

/** '541/6', or '90' for a whole number: the form in which exact values are stored and shown. */
export const toFraction = (value: Rational): string => (value.d === 1n ? `${value.n}` : `${value.n}/${value.d}`);

/**
 * value × 10^places as a whole number. A half goes away from zero on either side (四舍五入): 0.005 → 0.01 and
 * −0.005 → −0.01, so that a deduction reads like the bonus of the same size.
 */
export function roundHalfUp(value: Rational, places: number): bigint {
  const scaled = magnitude(value.n) * 10n ** BigInt(places);
  const rounded = (2n * scaled + value.d) / (2n * value.d);
  return value.n < 0n ? -rounded : rounded;
}

/** For display only: half up at `places` decimals, '90.17'. Never '-0.00'. */
export function formatHalfUp(value: Rational, places = 2): string {
  const rounded = roundHalfUp(value, places);
  const digits = magnitude(rounded)
    .toString()
    .padStart(places + 1, '0');
  const sign = rounded < 0n ? '-' : '';
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
