import { describe, expect, it } from 'vitest';
import { type AnalysedSheet, duplicatesOf, revisionsOf, uniformOf } from '#domain/analysis/sheets';

const sheet = (reviewerId: string, a: number, b: number, earlier: readonly [number, number][] = []): AnalysedSheet => ({
  reviewerId,
  marks: { a, b },
  total: a + b,
  earlier: earlier.map(([x, y]) => ({ marks: { a: x, b: y }, total: x + y })),
});

describe('the look at sheets', () => {
  it('finds sheets of one application that are the same on every point, but for full marks', () => {
    const applications = [
      { applicationId: '1', sheets: [sheet('p', 300, 400), sheet('q', 300, 400), sheet('r', 400, 300)] },
      { applicationId: '2', sheets: [sheet('p', 500, 500), sheet('q', 500, 500)] },
      { applicationId: '3', sheets: [sheet('p', 300, 400), sheet('r', 300, 401)] },
    ];
    expect(duplicatesOf(applications, 1000)).toEqual([{ applicationId: '1', reviewerIds: ['p', 'q'], total: 700 }]);
  });

  it('does not mind in which order the points were entered', () => {
    const swapped = { ...sheet('q', 300, 400), marks: { b: 400, a: 300 } };
    expect(duplicatesOf([{ applicationId: '1', sheets: [sheet('p', 300, 400), swapped] }], 1000)).toHaveLength(1);
  });

  it('finds reviewers of whose sheets half, and three at least, are the same', () => {
    const given = (reviewerId: string, ...totals: readonly number[]) =>
      totals.map((total, at) => ({ applicationId: `${reviewerId}${at}`, sheets: [sheet(reviewerId, total, 0)] }));
    expect(
      uniformOf([
        ...given('all', 9, 9, 9),
        ...given('half', 9, 9, 9, 8, 7, 6),
        ...given('few', 9, 9),
        ...given('less', 9, 9, 9, 1, 2, 3, 4),
      ]),
    ).toEqual([
      { reviewerId: 'all', sheets: 3, alike: 3, total: 9 },
      { reviewerId: 'half', sheets: 6, alike: 3, total: 9 },
    ]);
  });

  it('tells from and to of marks that changed after each unlocking', () => {
    const sheets = [
      sheet('p', 3, 4, [
        [1, 4],
        [2, 4],
      ]),
      sheet('q', 3, 4, [[3, 4]]),
    ];
    expect(revisionsOf([{ applicationId: '1', sheets }])).toEqual([
      { applicationId: '1', reviewerId: 'p', from: 5, to: 6, points: [{ pointId: 'a', from: 1, to: 2 }] },
      { applicationId: '1', reviewerId: 'p', from: 6, to: 7, points: [{ pointId: 'a', from: 2, to: 3 }] },
    ]);
  });
});
