import { describe, expect, it } from 'vitest';
import { calendarOf } from '#domain/calendar';
import { defaultCategories } from '#domain/categories';
import { checkPlan, plannedPublicity } from '#domain/cycle-check';
import type { CycleCategory, CyclePlan } from '#domain/cycles';
import { cycle } from '../support/season-fixture.ts';

const { cycleId: _, status: __, createdAt: ___, ...plan } = cycle;
const [enterprise] = plan.categories;
if (!enterprise) throw new Error('the plan has no category');

const problemsOf = (changes: Partial<CyclePlan>) =>
  checkPlan({ ...plan, ...changes }, defaultCategories).map(({ path, code }) => ({ path, code }));
const withCategory = (changes: Partial<CycleCategory>) => problemsOf({ categories: [{ ...enterprise, ...changes }] });

describe('the plan of a cycle', () => {
  it('of the fixture has nothing wrong', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each([
    [{ weights: { documents: 60, site: 30, satisfaction: 9 } }, 'categories.0.weights', 'WeightsNotHundred'],
    [{ weights: { documents: 60, site: 40, satisfaction: 10 } }, 'categories.0.weights', 'WeightsNotHundred'],
    [
      { reviewMode: 'sampling', weights: { documents: 60, site: 40, satisfaction: 10 } },
      'categories.0.weights.satisfaction',
      'NotInReviewMode',
    ],
    [
      {
        ...{ reviewMode: 'recommender-only', preferencePercent: 20 },
        weights: { documents: 100, site: 0, satisfaction: 0 },
      },
      'categories.0.preferencePercent',
      'NotInReviewMode',
    ],
    [{ samplePercent: 10 }, 'categories.0.samplePercent', 'NotInReviewMode'],
    [{ quota: { total: 4, byRecommender: {} } }, 'categories.0.quota.byRecommender', 'NoRecommender'],
    [{ passLine: '90.123' }, 'categories.0.passLine', 'TooManyDecimals'],
    [{ passLine: '101' }, 'categories.0.passLine', 'AboveMaximum'],
    [{ arbitrationThreshold: '15.125' }, 'categories.0.arbitrationThreshold', 'TooManyDecimals'],
    [{ arbitrationThreshold: '十五' }, 'categories.0.arbitrationThreshold', 'NotANumber'],
    [{ panelSize: 2 }, 'categories.0.panelSize', 'PanelTooSmall'],
    [{ categoryId: 'unheard-of' }, 'categories.0.categoryId', 'UnknownCategory'],
    [{ quota: { total: 3, byRecommender: { 经信局: 2, 总工会: 2 } } }, 'categories.0.quota', 'QuotaSum'],
    [
      { quota: { total: 3, byRecommender: { 妇联: 2 } } },
      'categories.0.quota.byRecommender.妇联',
      'NotALeadDepartment',
    ],
  ] as const)('is refused with %j', (changes, path, code) => {
    expect(withCategory(changes as Partial<CycleCategory>)).toEqual([{ path, code }]);
  });

  it('weighs only what the review mode has', () => {
    expect(withCategory({ reviewMode: 'sampling', weights: { documents: 60, site: 40, satisfaction: 0 } })).toEqual([]);
    expect(
      withCategory({ reviewMode: 'recommender-only', weights: { documents: 100, site: 0, satisfaction: 0 } }),
    ).toEqual([]);
  });

  it('settles how a panel marks only where there is a panel', () => {
    const { categoryId, standardId, standardVersion, panelSize, passLine, quota } = enterprise;
    const weights = { documents: 100, site: 0, satisfaction: 0 };
    const bare = { categoryId, standardId, standardVersion, panelSize, passLine, quota, weights };
    const settings = { blind: true, hideSelfScore: true, arbitrationThreshold: '15' };
    const found = (reviewMode: CycleCategory['reviewMode']) =>
      problemsOf({ categories: [{ ...bare, reviewMode, ...settings }] });
    expect(found('panel')).toEqual([]);
    expect(found('recommender-only')).toEqual(
      ['blind', 'hideSelfScore', 'arbitrationThreshold'].map((name) => ({
        path: `categories.0.${name}`,
        code: 'NotInReviewMode',
      })),
    );
  });

  it('names every date that does not come after the one before it', () => {
    const windows = {
      ...plan.windows,
      closesAt: plan.windows.opensAt,
      assessBy: '2026-09-01T00:00:00.000+08:00',
      publicityOn: '2026-08-30',
    };
    expect(problemsOf({ windows })).toEqual([
      { path: 'windows.closesAt', code: 'OutOfOrder' },
      { path: 'windows.reviewBy', code: 'OutOfOrder' },
      { path: 'windows.publicityOn', code: 'OutOfOrder' },
    ]);
  });

  it('has a chain that begins with the draft and never turns back', () => {
    expect(problemsOf({ approvalChain: ['check', 'approve'] })).toEqual([
      { path: 'approvalChain', code: 'ChainOrder' },
    ]);
    expect(problemsOf({ approvalChain: ['draft', 'draft'] })).toEqual([{ path: 'approvalChain', code: 'ChainOrder' }]);
    expect(problemsOf({ approvalChain: ['draft', 'sign', 'check'] })).toEqual([
      { path: 'approvalChain', code: 'ChainOrder' },
    ]);
    expect(problemsOf({ approvalChain: ['draft', 'sign'] })).toEqual([]);
  });

  it('has a bonus cap that is a mark', () => {
    expect(problemsOf({ bonusCap: 'five' })).toEqual([{ path: 'bonusCap', code: 'NotANumber' }]);
  });

  it('honours at most 50 collectives and 150 persons where it is a commendation, and only there', () => {
    const categories = (collectives: number, persons: number): CycleCategory[] => [
      { ...enterprise, quota: { total: collectives } },
      { ...enterprise, categoryId: 'person', quota: { total: persons } },
    ];
    const cap = { path: 'categories', code: 'CommendationCap' };
    expect(problemsOf({ nature: 'commendation', categories: categories(50, 150) })).toEqual([]);
    expect(problemsOf({ nature: 'commendation', categories: categories(51, 150) })).toEqual([cap]);
    expect(problemsOf({ nature: 'commendation', categories: categories(50, 151) })).toEqual([cap]);
    expect(problemsOf({ nature: 'creation', categories: categories(250, 33_055) })).toEqual([]);
  });

  it('names a category once', () => {
    expect(problemsOf({ categories: [enterprise, enterprise] })).toEqual([
      { path: 'categories.0.categoryId', code: 'Duplicate' },
      { path: 'categories.1.categoryId', code: 'Duplicate' },
    ]);
  });
});

describe('the publicity as planned', () => {
  it('is counted in working days with their swaps', () => {
    expect(plannedPublicity(plan, calendarOf())).toEqual({
      firstDay: '2026-09-20',
      lastDay: '2026-09-24',
      endsAt: '2026-09-25T00:00:00.000+08:00',
    });
  });

  it('is refused when it touches a year whose calendar is not loaded', () => {
    const late = { ...plan, windows: { ...plan.windows, publicityOn: '2026-12-28' } };
    expect(() => plannedPublicity(late, calendarOf())).toThrowError(
      expect.objectContaining({
        code: 'CalendarNotLoaded',
        values: { year: 2027 },
        fields: [expect.objectContaining({ path: 'windows.publicityOn' })],
      }),
    );
  });
});
