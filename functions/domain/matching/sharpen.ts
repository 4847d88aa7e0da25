import type { Entries } from './entries.ts';
import { toLevel } from './level.ts';
import { fallOf, openSmooth, type Smooth, soften } from './smooth.ts';
import type { Task } from './task.ts';

/** The width shrinks by this from level to level; a level ends when no more than this share of all loads is amiss. */
const SHRINK = 3;
const AMISS = 0.01;
const STEPS_PER_LEVEL = 2;

/** Conjugate gradients stop at this share of the first residue, or after so many turns: the next step mends the rest. */
const RESIDUE = 1e-2;
const TURNS = 40;

/** What a step aims at: by column how much its load is too high; columns without a price go to price 0. */
type Aim = { readonly surplus: Float64Array; readonly priceless: Uint8Array; readonly amiss: number };

/**
 * Sharpens prices by Newton's method on softened choices, over widths from `first` down to `last`: loads at their
 * greatest where a price is above 0, at their least where it is below, and anything between at price 0.
 */
export function sharpen(task: Task, entries: Entries, start: Float64Array, first: number, last: number): Float64Array {
  const smooth = openSmooth(task, entries);
  const prices = start.slice();
  const wanted = task.core.sizes.reduce((all, size) => all + size, 0);
  for (let width = first; width >= last; width /= SHRINK) {
    for (let step = 0; step < STEPS_PER_LEVEL; step += 1) {
      const anchor = toLevel(task, prices);
      soften(task, entries, prices, width, smooth);
      const aim = aimOf(task, smooth, prices, anchor);
      takeStep(smooth, prices, aim, width);
      if (aim.amiss <= AMISS * wanted) break;
    }
  }
  return prices;
}

/** Where a load would lie at price 0 tells which of its bounds holds, or none. */
function aimOf({ core }: Task, { loads, slopes }: Smooth, prices: Float64Array, anchor: number): Aim {
  const surplus = new Float64Array(core.columns);
  const priceless = new Uint8Array(core.columns);
  let amiss = 0;
  for (let column = 0; column < core.columns; column += 1) {
    const [least, most] = [core.least[column] as number, core.most[column] as number];
    const load = loads[column] as number;
    const shifted = (slopes[column] as number) * (prices[column] as number);
    const bound = load + shifted > most ? most : least;
    if (column === anchor || (least < most && load + shifted >= least && load + shifted <= most)) {
      priceless[column] = 1;
      amiss += Math.min(Math.abs(shifted), most - least) / 2;
    } else {
      surplus[column] = load - bound;
      amiss += Math.abs(load - bound) / 2;
    }
  }
  return { surplus, priceless, amiss };
}

/** One step of Newton's method, no further than two widths for any price: the softened slopes know nothing beyond. */
function takeStep(smooth: Smooth, prices: Float64Array, aim: Aim, width: number): void {
  const change = changeOf(smooth, prices, aim);
  for (let column = 0; column < prices.length; column += 1) {
    const step = Math.max(-2 * width, Math.min(2 * width, change[column] as number));
    prices[column] = (prices[column] as number) + step;
    if (aim.priceless[column] === 1 && Math.abs(prices[column] as number) < width) prices[column] = 0;
  }
}

/** Solves slopes × change = surplus by conjugate gradients; those without a price are given theirs beforehand. */
function changeOf(smooth: Smooth, prices: Float64Array, { surplus, priceless }: Aim): Float64Array {
  const { slopes } = smooth;
  const size = prices.length;
  // A column that nothing soft touches has no slope; a little of the mean keeps its step finite.
  const least = 1e-6 * (slopes.reduce((all, slope) => all + slope, 0) / size) + Number.MIN_VALUE;
  const change = Float64Array.from(prices, (price, column) => (priceless[column] === 1 ? -price : 0));
  const fall = new Float64Array(size);
  fallOf(smooth, change, fall);
  const residue = surplus.map((each, column) => (priceless[column] === 1 ? 0 : each - (fall[column] as number)));
  const eased = residue.map((each, column) => each / ((slopes[column] as number) + least));
  const direction = eased.slice();
  let length = dot(residue, eased);
  const enough = length * RESIDUE;
  for (let turn = 0; turn < TURNS && length > enough; turn += 1) {
    fallOf(smooth, direction, fall);
    let curve = 0;
    for (let column = 0; column < size; column += 1) {
      if (priceless[column] === 1) fall[column] = 0;
      else fall[column] = (fall[column] as number) + least * (direction[column] as number);
      curve += (fall[column] as number) * (direction[column] as number);
    }
    if (!(curve > 0)) break;
    const step = length / curve;
    for (let column = 0; column < size; column += 1) {
      change[column] = (change[column] as number) + step * (direction[column] as number);
      residue[column] = (residue[column] as number) - step * (fall[column] as number);
      eased[column] = (residue[column] as number) / ((slopes[column] as number) + least);
    }
    const before = length;
    length = dot(residue, eased);
    for (let column = 0; column < size; column += 1) {
      direction[column] = (eased[column] as number) + (length / before) * (direction[column] as number);
    }
  }
  return change;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] as number) * (right[at] as number);
  return sum;
}
