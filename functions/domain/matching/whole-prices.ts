/**
 * Prices that prove an assignment best by a weight of many parts (fit first, then what decides among equal fits), cut
 * down to whole units of the first part so that they prove it best by that part alone. Optimality says of any two
 * columns p(j) − p(i) ≥ f × unit − e with whole f and e < unit / (columns + 1). Rounding down keeps p(j) − p(i) ≥ f unless
 * a whole number lies within e above p(j); so the cut is made behind the widest gap between the prices' remainders,
 * which by the pigeonhole principle is at least unit / (columns + 1) wide. The price 0 of a load is one of them.
 */
export function wholePrices(prices: Float64Array, unit: number): Float64Array {
  const remainders = Float64Array.from([0, ...prices], (price) => price - Math.floor(price / unit) * unit).sort();
  let cut = remainders[0] as number;
  let widest = cut + unit - (remainders.at(-1) as number);
  for (let at = 1; at < remainders.length; at += 1) {
    const gap = (remainders[at] as number) - (remainders[at - 1] as number);
    if (gap > widest) {
      widest = gap;
      cut = remainders[at] as number;
    }
  }
  const zero = Math.floor(-cut / unit);
  return prices.map((price) => Math.floor((price - cut) / unit) - zero);
}
