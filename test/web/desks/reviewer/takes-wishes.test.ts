import { expect, it } from 'vitest';
import type { Cycle } from '#domain/cycles';
import { takesWishes } from '#web/desks/reviewer/takes-wishes.ts';

const cycle = (status: Cycle['status'], ...percents: (number | undefined)[]) => ({
  status,
  // Only the share of the wishes is looked at.
  categories: percents.map((preferencePercent) => ({ preferencePercent })) as unknown as Cycle['categories'],
});

it('takes wishes before the draw, where a category counts them', () => {
  expect(takesWishes(cycle('assessing', undefined, 20))).toBe(true);
  expect(takesWishes(cycle('assessing', undefined, 0))).toBe(false);
  expect(takesWishes(cycle('reviewing', 20))).toBe(false);
});
