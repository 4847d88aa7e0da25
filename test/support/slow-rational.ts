/**
 * A reference for the exact arithmetic, slow and written another way than the house's: nothing is ever reduced, a value
 * is a numerator over whatever denominator came about, extremes are found by sorting, and decimals by long division.
 */
export type Slow = { readonly over: bigint; readonly under: bigint };

const slow = (over: bigint, under: bigint): Slow => ({ over, under });

/** The value of a fraction as the house writes it, '541/6' or '90'. */
export function readSlow(text: string): Slow {
  const [over = '', under = '1'] = text.split('/');
  return slow(BigInt(over), BigInt(under));
}

/** −1, 0 or 1, by cross-multiplication; denominators are above 0. */
export function order(a: Slow, b: Slow): number {
  const [left, right] = [a.over * b.under, b.over * a.under];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

const plus = (a: Slow, b: Slow): Slow => slow(a.over * b.under + b.over * a.under, a.under * b.under);
const minus = (a: Slow, b: Slow): Slow => slow(a.over * b.under - b.over * a.under, a.under * b.under);

/** Of totals in hundredths: undefined for too few; one highest and one lowest go from `trimFrom` on. */
export function slowPanel(totals: readonly number[], minimumSheets: number, trimFrom: number | null): Slow | undefined {
  if (totals.length < minimumSheets) return undefined;
  const sorted = totals.map(BigInt).sort((a, b) => (a < b ? -1 : Number(a > b)));
  if (trimFrom !== null && sorted.length >= trimFrom) {
    sorted.pop();
    sorted.shift();
  }
  let all = 0n;
  for (const each of sorted) all += each;
  return slow(all, BigInt(sorted.length) * 100n);
}

export type SlowParts = {
  readonly documents: Slow;
  readonly site: Slow;
  readonly satisfaction: Slow;
  readonly weights: readonly [number, number, number];
  /** In hundredths. */
  readonly bonuses: readonly number[];
  readonly deductions: readonly number[];
  readonly bonusCap: number;
};

/** 综合分, on the running common denominator of its parts. */
export function slowComposite(parts: SlowParts): Slow {
  let total = slow(0n, 1n);
  for (const [at, part] of [parts.documents, parts.site, parts.satisfaction].entries()) {
    total = plus(total, slow(part.over * BigInt(parts.weights[at] ?? 0), part.under * 100n));
  }
  let bonus = 0n;
  for (const points of parts.bonuses) bonus += BigInt(points);
  const cap = BigInt(parts.bonusCap);
  total = plus(total, slow(bonus > cap ? cap : bonus, 100n));
  for (const points of parts.deductions) total = minus(total, slow(BigInt(points), 100n));
  if (total.over < 0n) return slow(0n, 1n);
  const highest = slow(10_000n + cap, 100n);
  return order(total, highest) > 0 ? highest : total;
}

/** Digit by digit, one more than is shown; a 5 or more there carries. Values of 0 and more only. */
export function slowShown({ over, under }: Slow): string {
  const digits: number[] = [];
  let rest = over % under;
  for (let place = 0; place < 3; place += 1) {
    rest *= 10n;
    digits.push(Number(rest / under));
    rest %= under;
  }
  let [tenths = 0, hundredths = 0] = digits;
  let whole = over / under;
  if ((digits[2] ?? 0) >= 5) hundredths += 1;
  if (hundredths === 10) [hundredths, tenths] = [0, tenths + 1];
  if (tenths === 10) [tenths, whole] = [0, whole + 1n];
  return `${whole}.${tenths}${hundredths}`;
}

/** Competition ranks by counting who is better on the first of these values that differs; the higher is better. */
export const slowRanks = (rows: readonly (readonly Slow[])[]): number[] =>
  rows.map((mine) => {
    const isBetter = (other: readonly Slow[]): boolean => {
      for (const [at, value] of other.entries()) {
        const difference = order(value, mine[at] ?? value);
        if (difference !== 0) return difference > 0;
      }
      return false;
    };
    return 1 + rows.filter(isBetter).length;
  });
