import { describe, expect, it } from 'vitest';
import type { CycleCategory } from '#domain/cycles';
import { type Reviewed, resultsOf } from '#domain/results';
import { leavesOf, type MarksByPoint } from '#domain/standards';
import { soundStandard } from '../support/sound-standard.ts';

const category: CycleCategory = {
  categoryId: 'enterprise',
  standardId: 'sound',
  standardVersion: 1,
  reviewMode: 'panel',
  panelSize: 5,
  weights: { documents: 60, site: 30, satisfaction: 10 },
  passLine: '90',
  quota: { total: 2 },
};
const rule = { category, bonusCap: '5', standard: soundStandard };

/** Marks that sum to so many points; what is missing is taken off the first points of the standard. */
function marks(total: number): MarksByPoint {
  let off = soundStandard.fullMarks - Math.round(total * 100);
  return Object.fromEntries(
    leavesOf(soundStandard).map(({ pointId, fullMarks }) => {
      const taken = Math.min(off, fullMarks);
      off -= taken;
      return [pointId, fullMarks - taken];
    }),
  );
}

const reviewed = (applicationId: string, totals: readonly number[], changes: Partial<Reviewed> = {}): Reviewed => ({
  applicationId,
  categoryId: 'enterprise',
  areaId: 'yunjin',
  areaPath: ['yunjin', 'district'],
  organizationName: applicationId,
  recommender: '经信局',
  sheets: totals.map((total, at) => ({
    assignmentId: `${applicationId}-${at}`,
    reviewerId: `reviewer-${at}`,
    marks: marks(total),
  })),
  site: 9000,
  satisfaction: 9000,
  adjustments: [],
  vetoed: false,
  namedBefore: false,
  voted: null,
  ...changes,
});

describe('results', () => {
  it('opens the worked example step by step, exactly', () => {
    const [row] = resultsOf(
      [
        reviewed('a', [92.5, 88, 90, 95, 86.5], {
          site: 8700,
          satisfaction: 9400,
          adjustments: [
            { kind: 'bonus', points: 300, reason: '品牌' },
            { kind: 'deduction', points: 100, reason: '迟报' },
          ],
        }),
      ],
      rule,
    );
    expect(row).toMatchObject({ composite: '458/5', shown: '91.60', passed: true, selected: true, rank: 1 });
    expect(row?.sheets.map(({ total, kept }) => [total, kept])).toEqual([
      [9250, true],
      [8800, true],
      [9000, true],
      [9500, false],
      [8650, false],
    ]);
    const shown = Object.fromEntries(row?.steps.map(({ name, fraction }) => [name, fraction]) ?? []);
    expect(shown).toMatchObject({
      'documents.sum': '541/2',
      'documents.mean': '541/6',
      'documents.points': '541/10',
      'site.points': '261/10',
      'satisfaction.points': '47/5',
      'bonus.points': '3',
      'deduction.points': '1',
      composite: '458/5',
    });
  });

  it('lets exactly 90 pass where a float would not', () => {
    const at = (kept: number[], site: number, satisfaction: number, weights: CycleCategory['weights']) =>
      resultsOf([reviewed('a', kept, { site, satisfaction })], { ...rule, category: { ...category, weights } })[0];
    const first = at([88, 88, 88], 9300, 9800, { documents: 70, site: 20, satisfaction: 10 });
    const second = at([86, 86, 87], 9500, 9700, { documents: 60, site: 30, satisfaction: 10 });
    expect([first, second].map((row) => [row?.composite, row?.passed])).toEqual([
      ['90', true],
      ['90', true],
    ]);
  });

  it('gives the seats by the chain; a tie across the cut waits for the vote, and the vote decides it', () => {
    const contenders = [
      reviewed('a', [95, 95, 95]),
      reviewed('b', [91, 91, 91]),
      reviewed('c', [91, 91, 91]),
      reviewed('d', [99, 99, 99], { vetoed: true }),
      reviewed('e', [80, 80, 80]),
      reviewed('f', [99, 99]),
    ];
    const outcome = (list: readonly Reviewed[]) =>
      resultsOf(list, rule).map((row) => [row.applicationId, row.selected, row.needsVote, row.whyNot]);
    expect(outcome(contenders)).toEqual([
      ['a', true, false, undefined],
      ['b', false, true, 'tied'],
      ['c', false, true, 'tied'],
      ['d', false, false, 'vetoed'],
      ['e', false, false, 'below-line'],
      ['f', false, false, 'no-result'],
    ]);
    const voted = contenders.map((each) => {
      const place = ['c', 'b'].indexOf(each.applicationId);
      return place < 0 ? each : { ...each, voted: { voteId: 'v', place: place + 1 } };
    });
    expect(outcome(voted).slice(1, 3)).toEqual([
      ['b', false, false, 'no-seat'],
      ['c', true, false, undefined],
    ]);
  });

  it('decides by the recommendation where no panel reviews, within each recommender’s own seats', () => {
    const { sheets: _, site: __, satisfaction: ___, ...bare } = reviewed('a', []);
    const rows = resultsOf(
      [
        { ...bare, applicationId: 'a', recommender: '甲' },
        { ...bare, applicationId: 'b', recommender: '乙' },
        { ...bare, applicationId: 'c', recommender: '乙' },
      ],
      {
        ...rule,
        category: {
          ...category,
          reviewMode: 'recommender-only',
          quota: { total: 3, byRecommender: { 甲: 2, 乙: 1 } },
        },
      },
    );
    expect(rows.map((row) => [row.selected, row.needsVote, row.composite])).toEqual([
      [true, false, undefined],
      [false, true, undefined],
      [false, true, undefined],
    ]);
  });

  it('breaks a tie of equal composites by the site visit, and says so', () => {
    const rows = resultsOf(
      [
        reviewed('a', [90, 90, 90], { site: 9000, satisfaction: 9600 }),
        reviewed('b', [90, 90, 90], { site: 9200, satisfaction: 9000 }),
      ],
      { ...rule, category: { ...category, quota: { total: 1 } } },
    );
    expect(rows.map((row) => [row.composite, row.rank, row.tieBrokenBy, row.selected])).toEqual([
      ['453/5', 2, 'site', false],
      ['453/5', 1, 'site', true],
    ]);
  });

  it('follow the panel rule of the category, and say from how many sheets and with which left out', () => {
    const strict = { ...category, panelRule: { minimumSheets: 4, trimFrom: 4 } };
    const rows = resultsOf([reviewed('a', [80, 90, 91, 100]), reviewed('b', [99, 99, 99])], {
      ...rule,
      category: { ...strict, weights: { documents: 100, site: 0, satisfaction: 0 } },
    });
    expect(rows.map((row) => [row.composite, row.whyNot])).toEqual([
      ['181/2', undefined],
      [undefined, 'no-result'],
    ]);
    expect(rows[0]?.sheets.map(({ kept }) => kept)).toEqual([false, true, true, false]);
  });

  it('break ties by the chain that the category declares', () => {
    const tied = [
      reviewed('a', [90, 90, 90], { site: 9000, satisfaction: 9600, namedBefore: true }),
      reviewed('b', [90, 90, 90], { site: 9200, satisfaction: 9000 }),
      reviewed('c', [90, 90, 90], { site: 9000, satisfaction: 9600 }),
    ];
    const tieChain = ['composite' as const, 'never-named' as const, 'committee-vote' as const];
    const rows = resultsOf(tied, { ...rule, category: { ...category, tieChain } });
    expect(rows.map((row) => [row.rank, row.tieBrokenBy])).toEqual([
      [3, 'never-named'],
      [1, undefined],
      [1, undefined],
    ]);
  });

  it('name the best tier that is reached, and open every line, of none that is vetoed or below', () => {
    const tiers = [
      { name: '示范', line: '95' },
      { name: '优秀', line: '92.5' },
    ];
    const weights = { documents: 100, site: 0, satisfaction: 0 };
    const cases = [
      reviewed('a', [95, 95, 95]),
      reviewed('b', [92.5, 92.5, 92.5]),
      reviewed('c', [92.49, 92.5, 92.5]),
      reviewed('d', [99, 99, 99], { vetoed: true }),
      reviewed('e', [80, 80, 80]),
    ];
    const rows = resultsOf(cases, { ...rule, category: { ...category, weights, tiers } });
    expect(rows.map(({ tier }) => tier)).toEqual(['示范', '优秀', undefined, undefined, undefined]);
    expect(rows[0]?.steps.filter(({ name }) => name.startsWith('line.'))).toEqual([
      { name: 'line.pass', fraction: '90', shown: '90.00' },
      { name: 'line.tier.示范', fraction: '95', shown: '95.00' },
      { name: 'line.tier.优秀', fraction: '185/2', shown: '92.50' },
    ]);
  });

  it('keep seats for an area, and give the order in which those without a seat would come in', () => {
    const weights = { documents: 100, site: 0, satisfaction: 0 };
    const elsewhere = { areaId: 'cuihu', areaPath: ['cuihu', 'songling', 'district'] };
    const cases = [
      reviewed('a', [99, 99, 99]),
      reviewed('b', [98, 98, 98]),
      reviewed('c', [97, 97, 97]),
      reviewed('d', [91, 91, 91], elsewhere),
      reviewed('e', [97, 97, 97]),
    ];
    const quota = { total: 2, areas: [{ areaId: 'songling', minimum: 1 }] };
    const rows = resultsOf(cases, { ...rule, category: { ...category, weights, quota } });
    expect(rows.map((row) => [row.applicationId, row.selected, row.substitute])).toEqual([
      ['a', true, undefined],
      ['b', false, 1],
      ['c', false, 2],
      ['d', true, undefined],
      ['e', false, 2],
    ]);
  });

  it('are refused where an equal quota was sent more than its seats', () => {
    const quota = { total: 2, mode: 'equal' as const, byRecommender: { 经信局: 1, 总工会: 1 } };
    expect(() =>
      resultsOf([reviewed('a', [95, 95, 95]), reviewed('b', [80, 80, 80])], {
        ...rule,
        category: { ...category, quota },
      }),
    ).toThrow(
      expect.objectContaining({
        code: 'QuotaExceeded',
        fields: [expect.objectContaining({ path: 'quota.byRecommender.经信局', code: 'TooManySent' })],
      }),
    );
  });

  it('are never made of what is missing: every blank mark and score is named, with whose it is', () => {
    const whole = reviewed('a', [95, 95, 95]);
    const [first, ...rest] = whole.sheets ?? [];
    const { '1.1.2': _, ...marksLeft } = first?.marks ?? {};
    const { site: __, ...unvisited } = reviewed('b', [95, 95, 95]);
    const late = reviewed('c', [95, 95, 95], { visits: [{ reviewerId: 'v1', score: 9000 }, { reviewerId: 'v2' }] });
    const blank = { ...whole, sheets: [{ assignmentId: 'x', reviewerId: 'r', marks: marksLeft }, ...rest] };
    const problems = () => resultsOf([blank, unvisited, late], rule);
    expect(problems).toThrow(
      expect.objectContaining({
        code: 'Incomplete',
        fields: [
          expect.objectContaining({ path: 'applications.a.sheets.x.1.1.2', code: 'Blank' }),
          expect.objectContaining({ path: 'applications.b.site', code: 'NoScore' }),
          expect.objectContaining({
            path: 'applications.c.site.v2',
            code: 'VisitMissing',
            zh: 'c：实地考察评分表未交齐。',
          }),
        ],
      }),
    );
  });
});
