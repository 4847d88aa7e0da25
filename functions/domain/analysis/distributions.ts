/** The two-sided 95 % quantile of the normal distribution. */
export const Z95 = 1.959963984540054;

/** ln Γ(halves / 2), by recurrence from Γ(1/2) = √π and Γ(1) = 1. */
function logGammaOfHalves(halves: number): number {
  let value = halves % 2 === 1 ? Math.log(Math.PI) / 2 : 0;
  for (let at = halves % 2 === 1 ? 1 : 2; at < halves; at += 2) value += Math.log(at / 2);
  return value;
}

/** P(a, x) by its series: for x < a + 1. */
function lowerBySeries(a: number, x: number): number {
  let [term, sum] = [1 / a, 1 / a];
  for (let at = 1; at < 10_000 && term > sum * 1e-17; at += 1) {
    term *= x / (a + at);
    sum += term;
  }
  return sum;
}

/** Q(a, x) by its continued fraction (Lentz's way): for x ≥ a + 1. */
function upperByFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let at = 1; at < 10_000; at += 1) {
    const step = at * (a - at);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return value;
}

/** P(X > x) for X ~ χ² with `degrees` ≥ 1 degrees of freedom; 1 for x ≤ 0. */
export function chiSquareTail(x: number, degrees: number): number {
  if (x <= 0) return 1;
  const [a, half] = [degrees / 2, x / 2];
  const scale = Math.exp(a * Math.log(half) - half - logGammaOfHalves(degrees));
  return half < a + 1 ? 1 - scale * lowerBySeries(a, half) : scale * upperByFraction(a, half);
}

/** P(Z > z) for a standard normal Z. */
export const normalTail = (z: number): number =>
  z >= 0 ? chiSquareTail(z * z, 1) / 2 : 1 - chiSquareTail(z * z, 1) / 2;

/**
 * Which of many tests to act on so that at most `share` of those acted on are expected to be false alarms (Benjamini
 * and Hochberg 1995): the greatest p that still counts, or 0 when none does.
 */
export function discoveryLine(p: readonly number[], share: number): number {
  const sorted = p.toSorted((a, b) => a - b);
  return sorted.findLast((value, at) => value <= (share * (at + 1)) / p.length) ?? 0;
}
