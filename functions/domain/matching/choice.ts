import type { Entries } from './entries.ts';
import type { Task } from './task.ts';

/**
 * Makes a row's best choice at the prices given: the greatest sum of weight less price under the row's size and rules.
 * Among equals the lower column. Tells whether the entries held a choice at all.
 */
export function choose(task: Task, entries: Entries, prices: Float64Array, row: number): boolean {
  const ruled = task.core.organization ?? task.outsiders;
  return ruled ? chooseByRules(task, entries, prices, row) : chooseFreely(task, entries, prices, row);
}

let bestEntries = new Int32Array(16);
let bestValues = new Float64Array(16);

/** The best `size` entries by insertion into a short list. */
function chooseFreely({ core }: Task, entries: Entries, prices: Float64Array, row: number): boolean {
  const { start, column, weight, inside } = entries;
  const size = core.sizes[row] as number;
  if (size > bestEntries.length) {
    bestEntries = new Int32Array(size);
    bestValues = new Float64Array(size);
  }
  const end = start[row + 1] as number;
  let count = 0;
  let low = size === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  for (let at = start[row] as number; at < end; at += 1) {
    inside[at] = 0;
    const value = (weight[at] as number) - (prices[column[at] as number] as number);
    if (count === size && value <= low) continue;
    let place = count < size ? count : size - 1;
    for (; place > 0 && (bestValues[place - 1] as number) < value; place -= 1) {
      bestValues[place] = bestValues[place - 1] as number;
      bestEntries[place] = bestEntries[place - 1] as number;
    }
    bestValues[place] = value;
    bestEntries[place] = at;
    if (count < size) count += 1;
    low = bestValues[count - 1] as number;
  }
  for (let at = 0; at < count; at += 1) inside[bestEntries[at] as number] = 1;
  return count === size;
}

/** Greedy, which is exact for nested rules: the outside experts that are needed first, then the best of the rest. */
function chooseByRules(task: Task, entries: Entries, prices: Float64Array, row: number): boolean {
  const { organization, outside, sizes } = task.core;
  const { start, column, weight, inside } = entries;
  const [from, end] = [start[row] as number, start[row + 1] as number];
  const worth = (at: number): number => (weight[at] as number) - (prices[column[at] as number] as number);
  const order = Array.from({ length: end - from }, (_, at) => from + at).sort((a, b) => worth(b) - worth(a));
  const taken = new Set<number>();
  let left = sizes[row] as number;
  let needed = task.outsiders?.[row] ?? 0;
  inside.fill(0, from, end);
  const take = (at: number): void => {
    const group = organization?.[column[at] as number] ?? -1;
    if (left === 0 || inside[at] === 1 || taken.has(group)) return;
    if (group >= 0) taken.add(group);
    inside[at] = 1;
    left -= 1;
    if (outside?.[column[at] as number] === 1) needed -= 1;
  };
  for (const at of order) if (needed > 0 && outside?.[column[at] as number] === 1) take(at);
  if (needed > 0) return false;
  for (const at of order) take(at);
  return left === 0;
}
