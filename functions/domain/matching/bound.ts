import { type Core, forbidden } from './core.ts';

/** What a pair counts: a whole number. */
export type Weigh = (row: number, column: number) => number;

/**
 * No assignment weighs more than this, whatever the prices are (weak duality): each row's best panel over the whole
 * matrix at weight less price, and what the columns' bounds are worth. No load is above the number of rows or below the
 * column's pins, whatever its own bounds say. Undefined where a row has no panel at all.
 */
export function boundBy(core: Core, prices: Float64Array, weigh: Weigh): bigint | undefined {
  const pinned = Array.from({ length: core.rows }, (): number[] => []);
  const least = core.least.slice();
  const pins = new Int32Array(core.columns);
  for (const [row, column] of core.pins) {
    pinned[row]?.push(column);
    pins[column] = (pins[column] as number) + 1;
    least[column] = Math.max(least[column] as number, pins[column] as number);
  }
  let sum = 0n;
  for (const [column, price] of prices.entries()) {
    const most = Math.min(core.most[column] as number, core.rows);
    sum += BigInt(price) * BigInt(price > 0 ? most : (least[column] as number));
  }
  const values = new Float64Array(core.columns);
  for (let row = 0; row < core.rows; row += 1) {
    for (let column = 0; column < core.columns; column += 1) {
      const allowed = core.fit[row * core.columns + column] !== forbidden;
      values[column] = allowed ? weigh(row, column) - (prices[column] as number) : Number.NEGATIVE_INFINITY;
    }
    const panel = bestPanel(core, row, values, pinned[row] as number[]);
    if (panel?.every((column) => Number.isFinite(values[column])) !== true) return undefined;
    for (const column of panel) sum += BigInt(values[column] as number);
  }
  return sum;
}

/**
 * A row's best panel. Its rules nest (an organization is wholly outside or not, and insiders are at most the size less
 * the outsiders wanted), so that taking the best of what is still allowed is exact: the rules form a laminar matroid.
 */
export function bestPanel(
  core: Core,
  row: number,
  values: Float64Array,
  pins: readonly number[],
): number[] | undefined {
  const size = core.sizes[row] as number;
  const panel = [...pins];
  const isOutside = (column: number): boolean => core.outside?.[column] === 1;
  let insiders = size - (core.outsiders ?? 0) - pins.filter((column) => !isOutside(column)).length;
  const mayJoin = (column: number): boolean => {
    if (panel.includes(column) || (core.outsiders && insiders <= 0 && !isOutside(column))) return false;
    const organization = core.organization?.[column] ?? -1;
    return organization < 0 || panel.every((other) => core.organization?.[other] !== organization);
  };
  while (panel.length < size) {
    let best = -1;
    let highest = Number.NEGATIVE_INFINITY;
    for (let column = 0; column < values.length; column += 1) {
      if ((values[column] as number) > highest && mayJoin(column)) {
        best = column;
        highest = values[column] as number;
      }
    }
    if (best < 0) return undefined;
    panel.push(best);
    if (!isOutside(best)) insiders -= 1;
  }
  return panel;
}
