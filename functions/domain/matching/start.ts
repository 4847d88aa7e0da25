import { coarsePrices, spreadOf } from './coarse.ts';
import { collect } from './collect.ts';
import type { Entries } from './entries.ts';
import { gridPrices, unitOf } from './grid.ts';
import { sharpen } from './sharpen.ts';
import type { Task } from './task.ts';

/** Matrices below this many pairs are not worth the sharpening. */
const SMALL = 20_000;

/** Coarse prices are good when no more than this share of the loads is amiss at them. */
const AMISS = 0.05;

/** Fits that take more values than this are a matter of degree, fewer a matter of ties. */
const MANY = 100;

/** How far tie numbers reach. */
const ties = ({ scale }: Task): number => 2 ** (32 - scale.shift);

export type Start = { readonly entries: Entries; readonly prices: Float64Array };

/** Whole prices at which the best choices leave little to be moved, and the pairs that may matter there. */
export function startOf(task: Task): Start {
  const { rows, columns } = task.core;
  const spread = spreadOf(task);
  const first = coarsePrices(task, new Float64Array(columns), { step: spread / 3, shrink: 8 / 3, blocks: 4 });
  if (rows * columns < SMALL) return { entries: collect(task, first.prices), prices: first.prices.map(Math.round) };
  const unit = unitOf(task);
  if (first.amiss <= AMISS) return onFits(task, first.prices, spread / 30, unit);
  if (spread < MANY * unit * task.scale.scale) return onTies(task, gridPrices(task, unit));
  const second = coarsePrices(task, first.prices, { step: spread / 50, shrink: 2, blocks: 6 });
  return onFits(task, second.prices, spread / 50, unit);
}

/**
 * Fits lie on a grid, and tie numbers are far smaller than its steps: widths between the two would find nothing to go
 * by. Sharpening therefore ends at the grid, unless it begins below it.
 */
function onFits(task: Task, coarse: Float64Array, width: number, unit: number): Start {
  const grid = unit * task.scale.scale;
  const entries = collect(task, coarse);
  const [first, last] = width > ties(task) ? [Math.max(width, 1.3 * grid), 0.4 * grid] : [width, width / 1000];
  const prices = sharpen(task, entries, coarse, first, last).map(Math.round);
  return { entries, prices };
}

/** Nearly all hangs on ties: the fits' prices lie on the grid, and what the draw adds to them lies close by. */
function onTies(task: Task, grid: Float64Array): Start {
  const width = ties(task) / 10;
  const { prices: coarse } = coarsePrices(task, grid, { step: width, shrink: 1.3, blocks: 8 });
  const entries = collect(task, coarse);
  return { entries, prices: sharpen(task, entries, coarse, width, width / 100).map(Math.round) };
}
