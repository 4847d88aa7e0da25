import { describe, expect, it } from 'vitest';
import { defaultCategories } from '#domain/categories';
import { countByCategory, exceededLimit, inListOrder, mayBeListed } from '#domain/selections';
import { cycle } from '../support/season-fixture.ts';

const categories = cycle.categories.flatMap((category) =>
  ['enterprise', 'family'].map((categoryId) => ({ ...category, categoryId, quota: { total: 500 } })),
);
const of = (nature: typeof cycle.nature) => ({ categories, nature });

describe('a list', () => {
  it('stands in the cycle’s order of categories, and by rank in each', () => {
    const row = (categoryId: string, rank: number) => ({ categoryId, rank });
    const rows = [row('family', 1), row('enterprise', 2), row('gone', 1), row('enterprise', 1)];
    expect(inListOrder(rows, { categories })).toEqual([
      row('enterprise', 1),
      row('enterprise', 2),
      row('family', 1),
      row('gone', 1),
    ]);
    expect(countByCategory(rows)).toEqual({ family: 1, enterprise: 2, gone: 1 });
  });

  it('takes nobody who did not pass or was vetoed', () => {
    const fit = [
      { passed: true, vetoed: false },
      { passed: true, vetoed: true },
      { passed: false, vetoed: false },
    ].map(mayBeListed);
    expect(fit).toEqual([true, false, false]);
  });

  it('is held to its seats, and to the caps of a commendation only where it is one', () => {
    const limit = (nature: typeof cycle.nature, counts: Record<string, number>) =>
      exceededLimit(of(nature), counts, defaultCategories);
    expect(limit('creation', { enterprise: 500, family: 500 })).toBeUndefined();
    expect(limit('creation', { enterprise: 501 })).toBe(500);
    expect(limit('commendation', { enterprise: 50, family: 150 })).toBeUndefined();
    expect(limit('commendation', { enterprise: 51 })).toBe(50);
    expect(limit('commendation', { family: 151 })).toBe(150);
  });
});
