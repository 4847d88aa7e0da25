import { bestPanel, boundBy } from './bound.ts';
import { type Core, forbidden } from './core.ts';

/**
 * Whole weights of rows and prices of columns that bound the least total fit of any row in any assignment: the least one
 * is no more than the weighted mean, and the weighted sum no more than `boundBy` says. Anyone can recompute it.
 */
export type LeastWitness = { readonly weights: Float64Array; readonly prices: Float64Array };

/** @returns the greatest whole number that the least total fit of a row may have, as this witness shows it. */
export function leastBound(core: Core, { weights, prices }: LeastWitness): number {
  const weigh = (row: number, column: number): number =>
    (weights[row] as number) * (core.fit[row * core.columns + column] as number);
  const bound = boundBy(core, prices, weigh);
  if (bound === undefined) throw new RangeError('A row has no panel at all');
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return Number(bound / BigInt(sum));
}

export function pinsByRow(core: Core): number[][] {
  const pins = Array.from({ length: core.rows }, (): number[] => []);
  for (const [row, column] of core.pins) pins[row]?.push(column);
  return pins;
}

/** The greatest total fit that each row could have by itself, were all reviewers free. */
export function ownBests(core: Core): Int32Array {
  const pins = pinsByRow(core);
  const values = new Float64Array(core.columns);
  return Int32Array.from({ length: core.rows }, (_, row) => {
    for (let column = 0; column < core.columns; column += 1) {
      const fit = core.fit[row * core.columns + column] as number;
      values[column] = fit === forbidden ? Number.NEGATIVE_INFINITY : fit;
    }
    const panel = bestPanel(core, row, values, pins[row] as number[]) ?? [];
    return panel.reduce((sum, column) => sum + (values[column] as number), 0);
  });
}

/** The row that could have least by itself: the plainest of witnesses. */
export function narrowestRow(core: Core, bests: Int32Array): LeastWitness {
  const weights = new Float64Array(core.rows);
  weights[bests.indexOf(bests.reduce((low, best) => Math.min(low, best), Number.POSITIVE_INFINITY))] = 1;
  return { weights, prices: new Float64Array(core.columns) };
}

/** How many rows, those that could have least by themselves, a witness of many rows weighs at most. */
const WEIGHED = 600;
const ROUNDS = 300;
const WHOLE = 1024;

/**
 * A witness out of rows that compete: prices rise where too many of the weighed rows want a column, and weight moves to
 * the rows that get least. Subgradient steps; what they find is only as good as `leastBound` then says.
 */
export function competingRows(core: Core, bests: Int32Array): LeastWitness {
  const { columns } = core;
  const rows = [...bests.keys()].toSorted((a, b) => (bests[a] as number) - (bests[b] as number)).slice(0, WEIGHED);
  const pins = pinsByRow(core);
  const prices = new Float64Array(columns);
  const weights = new Float64Array(rows.length).fill(1);
  const values = new Float64Array(columns);
  const loads = new Int32Array(columns);
  const totals = new Float64Array(rows.length);
  let found = { weights: weights.slice(), prices: prices.slice() };
  let lowest = Number.POSITIVE_INFINITY;

  /** Each weighed row's best panel as things stand; returns the bound that they give. */
  function round(): number {
    loads.fill(0);
    let bound = 0;
    for (const [at, row] of rows.entries()) {
      for (let column = 0; column < columns; column += 1) {
        const fit = core.fit[row * columns + column] as number;
        const value = fit * (weights[at] as number) - (prices[column] as number);
        values[column] = fit === forbidden ? Number.NEGATIVE_INFINITY : value;
      }
      totals[at] = 0;
      for (const column of bestPanel(core, row, values, pins[row] as number[]) ?? []) {
        bound += values[column] as number;
        loads[column] = (loads[column] as number) + 1;
        totals[at] = (totals[at] as number) + (core.fit[row * columns + column] as number);
      }
    }
    return prices.reduce((sum, price, column) => sum + price * boundOf(column), bound) / rows.length;
  }

  const whole = rows.length === core.rows;
  const boundOf = (column: number): number =>
    ((prices[column] as number) > 0 || !whole ? core.most[column] : core.least[column]) as number;

  for (let step = 1; step <= ROUNDS; step += 1) {
    const bound = round();
    if (bound < lowest) {
      lowest = bound;
      found = { weights: weights.slice(), prices: prices.slice() };
    }
    const length = 1 / (1 + step / 15);
    for (let column = 0; column < columns; column += 1) {
      const over = (loads[column] as number) - boundOf(column);
      const price = (prices[column] as number) + (80 * length * over) / Math.max(1, core.most[column] as number);
      prices[column] = whole ? price : Math.max(0, price);
    }
    const mean = totals.reduce((sum, total) => sum + total, 0) / rows.length;
    for (const [at, total] of totals.entries()) {
      weights[at] = (weights[at] as number) * Math.exp((-6 * length * (total - mean)) / Math.max(1, mean));
    }
    const sum = weights.reduce((all, weight) => all + weight, 0);
    for (const [at, weight] of weights.entries()) weights[at] = (weight * rows.length) / sum;
  }
  const all = new Float64Array(core.rows);
  for (const [at, row] of rows.entries()) all[row] = Math.round((found.weights[at] as number) * WHOLE);
  return { weights: all, prices: found.prices.map((price) => Math.round(price * WHOLE)) };
}
