import type { Task } from './task.ts';

/** Moves all prices together so that those above 0 and those below make the loads sum up; gives who stands at 0. */
export function toLevel({ core }: Task, prices: Float64Array): number {
  const { columns, least, most, sizes } = core;
  const order = Array.from({ length: columns }, (_, column) => column)
    .filter((column) => (most[column] as number) > (least[column] as number))
    .sort((a, b) => (prices[a] as number) - (prices[b] as number));
  let left = most.reduce((all, high) => all + high, 0) - sizes.reduce((all, size) => all + size, 0);
  let anchor = order[0] ?? -1;
  for (const column of order) {
    if (left <= 0) break;
    left -= (most[column] as number) - (least[column] as number);
    anchor = column;
  }
  const level = prices[anchor] ?? 0;
  for (let column = 0; column < columns; column += 1) prices[column] = (prices[column] as number) - level;
  return anchor;
}
