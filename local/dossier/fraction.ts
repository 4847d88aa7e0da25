/**
 * An exact number, `n / d` with `d` above 0. The verifier's and the season checker's own: it shares no arithmetic with
 * what they check.
 */
export type Fraction = { readonly n: bigint; readonly d: bigint };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

export function ratio(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new RangeError('a fraction over nothing');
  const sign = d < 0n ? -1n : 1n;
  const common = gcd(n < 0n ? -n : n, d * sign) || 1n;
  return { n: (n * sign) / common, d: (d * sign) / common };
}

export const whole = (value: number | bigint): Fraction => ratio(BigInt(value), 1n);
export const zero: Fraction = whole(0);

/** A decimal text such as '90', '6.35' or '-1.5'. */
export function decimal(text: string): Fraction {
  const [, sign, units, decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (units === undefined) throw new RangeError(`not a decimal number: ${text}`);
  const n = BigInt(units + decimals);
  return ratio(sign ? -n : n, 10n ** BigInt(decimals.length));
}

/** 'n/d', or a whole number, as the frozen results write it. */
export function fraction(text: string): Fraction {
  const [n, d = '1'] = text.split('/');
  return ratio(BigInt(n ?? ''), BigInt(d));
}

export const plus = (a: Fraction, b: Fraction): Fraction => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => ratio(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction => ratio(a.n * b.n, a.d * b.d);
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, zero);

/** Below 0 where `a` is less, 0 where they are equal, above 0 where it is more. */
export const compare = (a: Fraction, b: Fraction): number =>
  Number(a.n * b.d - b.n * a.d > 0n) - Number(a.n * b.d < b.n * a.d);
export const isSame = (a: Fraction, b: Fraction): boolean => compare(a, b) === 0;
export const lesser = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const greater = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/** For the eye: two decimals, half up. Values of a season are never below 0. */
export function shown(value: Fraction): string {
  const hundredths = (value.n * 200n + value.d) / (value.d * 2n);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
