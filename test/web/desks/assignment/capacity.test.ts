import { expect, it } from 'vitest';
import { capacityOf } from '#web/desks/assignment/capacity.ts';

const member = (maximumLoad: number, ...drawn: string[]) => ({
  maximumLoad,
  categories: ['a', 'b'].map((categoryId) => ({ categoryId, drawn: drawn.includes(categoryId) })),
});

it('tells whether a category has experts enough for a panel, and none where no panel reviews', () => {
  const categories = [
    { categoryId: 'a', panelSize: 3, reviewMode: 'panel' },
    { categoryId: 'b', panelSize: 2, reviewMode: 'panel' },
    { categoryId: 'c', panelSize: 3, reviewMode: 'recommender-only' },
  ] as const;
  expect(capacityOf(categories, [member(5, 'a', 'b'), member(7, 'a', 'b'), member(9)])).toEqual([
    { categoryId: 'a', drawable: 2, panelSize: 3, capacity: 12, isShort: true },
    { categoryId: 'b', drawable: 2, panelSize: 2, capacity: 12, isShort: false },
    { categoryId: 'c', drawable: 0, panelSize: 0, capacity: 0, isShort: false },
  ]);
});
