import { balance } from './balance.ts';
import { choose } from './choice.ts';
import { collect } from './collect.ts';
import type { Core, Shortage, Solution } from './core.ts';
import { beyond, shortageOf, shortRow } from './cut.ts';
import { type Entries, extended, type Found, othersOf } from './entries.ts';
import { openFlow } from './flow.ts';
import { bettering } from './pricing.ts';
import { startOf } from './start.ts';
import { type Task, taskOf } from './task.ts';

/** Chooses anew in the rows where pairs were found; a row without a choice gets all of its pairs, once. */
function chosen(task: Task, entries: Entries, prices: Float64Array, rows: Iterable<number>): Entries | Shortage {
  const poor: number[] = [];
  for (const row of rows) if (!choose(task, entries, prices, row)) poor.push(row);
  if (poor.length === 0) return entries;
  const found: Found = { rows: [], columns: [] };
  for (const row of poor) {
    const others = othersOf(task, entries, row);
    if (others.length === 0) return shortRow(task, row);
    for (const column of others) {
      found.rows.push(row);
      found.columns.push(column);
    }
  }
  return chosen(task, extended(task, entries, found), prices, poor);
}

/**
 * The assignment with the greatest sum of weights, exactly, and prices that prove it; or the cut that forbids any.
 * @param start prices to begin at, better or worse: they decide how long it takes and nothing else.
 */
export function solve(core: Core, start?: Float64Array): Solution | Shortage {
  const task = taskOf(core);
  if ('kind' in task) return task;
  const first = start ? { entries: collect(task, start), prices: start } : startOf(task);
  const everyRow = Array.from({ length: core.rows }, (_, row) => row);
  let { prices } = first;
  let entries = chosen(task, first.entries, prices, everyRow);
  for (let width = 4; ; ) {
    if ('kind' in entries) return entries;
    const flow = openFlow(task, entries, prices);
    const reached = balance(flow);
    if (reached) {
      const shortage = shortageOf(task, reached);
      if (shortage.wanted > shortage.places) return shortage;
      // It is the entries that are too few for the loads: prices that grew out of that would be of no use.
      const found = beyond(task, entries, reached, prices, width);
      width *= 4;
      entries = chosen(task, extended(task, entries, found), prices, everyRow);
    } else {
      prices = flow.prices;
      const found = bettering(task, entries, prices);
      if (found.rows.length === 0) return solutionOf(core, entries, prices);
      entries = chosen(task, extended(task, entries, found), prices, new Set(found.rows));
    }
  }
}

/** The chosen pairs and the pins together, prices told from the level of the spare. */
function solutionOf(core: Core, { start, column, inside }: Entries, prices: Float64Array): Solution {
  const { rows, columns, sizes, fit } = core;
  const offsets = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row += 1) offsets[row + 1] = (offsets[row] as number) + (sizes[row] as number);
  const members = new Int32Array(offsets[rows] as number);
  const filled = offsets.slice(0, rows);
  const add = (row: number, own: number): void => {
    members[filled[row] as number] = own;
    filled[row] = (filled[row] as number) + 1;
  };
  for (const [row, own] of core.pins) add(row, own);
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let at = start[row] as number; at < (start[row + 1] as number); at += 1) {
      if (inside[at] === 1) add(row, column[at] as number);
    }
    const panel = members.subarray(offsets[row], offsets[row + 1]).sort();
    for (const own of panel) total += fit[row * columns + own] as number;
  }
  const level = prices[columns] as number;
  return { members, offsets, total, prices: prices.slice(0, columns).map((price) => price - level) };
}
