import { describe, expect, it } from 'vitest';
import { defaultCategories } from '#domain/categories';
import type { CategoryQuota } from '#domain/cycles';
import { checkQuota, checkQuotaAreas } from '#domain/quota-check';
import { areas, cycle } from '../support/season-fixture.ts';

const [category] = cycle.categories;
if (!category) throw new Error('the plan has no category');
const taxonomy = defaultCategories.find(({ categoryId }) => categoryId === 'enterprise');

const problemsOf = (quota: CategoryQuota) =>
  checkQuota({ ...category, quota }, 'quota', taxonomy).map(({ path, code }) => [path, code]);
const divided = { total: 9, byRecommender: { 经信局: 5, 总工会: 4 } };
const at = (areaId: string, bounds: object = { minimum: 1 }) => ({ areaId, ...bounds });

describe('a quota', () => {
  it.each([
    [{ total: 3, mode: 'equal' as const, areas: [at('yunjin', { minimum: 1, maximum: 1 })] }],
    [{ total: 3, areas: [at('yunjin', { minimum: 3 }), at('songling', { maximum: 0 })] }],
    [{ ...divided, areas: [{ recommender: '经信局', ...at('yunjin', { minimum: 5 }) }] }],
  ])('holds as %j', (quota) => {
    expect(problemsOf(quota)).toEqual([]);
    expect(checkQuotaAreas(quota, 'quota', areas)).toEqual([]);
  });

  it.each([
    [{ total: 3, byRecommender: { 经信局: 2, 总工会: 2 } }, 'quota', 'QuotaSum'],
    [{ total: 3, byRecommender: { 妇联: 2 } }, 'quota.byRecommender.妇联', 'NotALeadDepartment'],
    [{ total: 3, areas: [at('yunjin', { minimum: 2, maximum: 1 })] }, 'quota.areas.0.minimum', 'MinimumAboveMaximum'],
    [{ total: 3, areas: [at('yunjin', {})] }, 'quota.areas.0', 'NoLimit'],
    [
      { total: 3, areas: [at('yunjin', { minimum: 2 }), at('songling', { minimum: 2 })] },
      'quota.areas',
      'MinimumsAboveSeats',
    ],
    [{ total: 3, areas: [{ recommender: '经信局', ...at('yunjin') }] }, 'quota.areas.0.recommender', 'NotDivided'],
    [{ ...divided, areas: [at('yunjin')] }, 'quota.areas.0.recommender', 'UnknownRecommender'],
    [
      { ...divided, areas: [{ recommender: '妇联', ...at('yunjin') }] },
      'quota.areas.0.recommender',
      'UnknownRecommender',
    ],
    [
      { ...divided, areas: [{ recommender: '总工会', ...at('yunjin', { minimum: 5 }) }] },
      'quota.areas',
      'MinimumsAboveSeats',
    ],
  ])('is refused as %j', (quota, path, code) => {
    expect(problemsOf(quota)).toEqual([[path, code]]);
  });

  it.each([
    [[at('elsewhere')], 'quota.areas.0.areaId', 'UnknownArea'],
    [[at('yunjin'), at('yunjin', { maximum: 3 })], 'quota.areas.1.areaId', 'Duplicate'],
    [[at('yunjin'), at('district')], 'quota.areas.0.areaId', 'NestedAreas'],
  ])('is refused with the areas %j', (limits, path, code) => {
    expect(checkQuotaAreas({ total: 9, areas: limits }, 'quota', areas).map((each) => [each.path, each.code])).toEqual([
      [path, code],
    ]);
  });

  it('limits an area and the one around it where these are seats of different recommenders', () => {
    const limits = [
      { recommender: '经信局', ...at('yunjin') },
      { recommender: '总工会', ...at('district') },
    ];
    expect(checkQuotaAreas({ ...divided, areas: limits }, 'quota', areas)).toEqual([]);
  });
});
