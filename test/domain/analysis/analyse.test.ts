import { describe, expect, it } from 'vitest';
import { type Analysis, analyse, type Model } from '#domain/analysis/analyse';
import type { AnalysedApplication } from '#domain/analysis/sheets';
import { byApplication, type Season, simulated } from './simulated.ts';

/** A simulated season as sheets of one point, in hundredths. */
function sheetsOf(season: Season, seed: string): AnalysedApplication[] {
  const { ratings } = simulated(season, seed);
  return byApplication(ratings).map((own, application) => ({
    applicationId: `application-${String(application).padStart(3, '0')}`,
    selfScore: 9000,
    sheets: own.map(({ reviewer, score }) => {
      const total = Math.round(score * 100);
      return { reviewerId: `reviewer-${String(reviewer).padStart(2, '0')}`, marks: { a: total }, total, earlier: [] };
    }),
  }));
}

const rule = { seed: 's', top: 10, panelRule: { minimumSheets: 3, trimFrom: 5 }, fullMarks: 10_000 };
const season: Season = { applications: 80, reviewers: 12, panel: [3, 5], variances: [9, 4, 4] };

const modelOf = ({ model }: Analysis): Model => {
  if ('withheld' in model) throw new Error(model.withheld);
  return model;
};

describe('the analysis of a category', () => {
  const applications = sheetsOf(season, 'analysis');
  const plain = analyse({ ...rule, applications });

  it('says that it is not the result', () => {
    expect(plain.isResult).toBe(false);
    expect(plain).toMatchObject({ applications: 80, reviewers: 12 });
  });

  it('is the same in whatever order the sheets are read', () => {
    const shuffled = applications.toReversed().map((each) => ({ ...each, sheets: each.sheets.toReversed() }));
    expect({ ...analyse({ ...rule, applications: shuffled }), duplicates: [] }).toEqual({ ...plain, duplicates: [] });
  });

  it('moves with the scale and keeps everything else', () => {
    const higher = applications.map((each) => ({
      ...each,
      sheets: each.sheets.map((sheet) => ({ ...sheet, total: sheet.total + 500, marks: { a: sheet.total + 500 } })),
    }));
    const [before, after] = [modelOf(plain), modelOf(analyse({ ...rule, applications: higher }))];
    expect(after.criterion).toBeCloseTo(before.criterion, 6);
    for (const [i, { score, panelMean, panelRank }] of after.scores.entries()) {
      expect(score.value - 5).toBeCloseTo(before.scores[i]?.score.value ?? Number.NaN, 6);
      expect(score.error).toBeCloseTo(before.scores[i]?.score.error ?? Number.NaN, 6);
      expect([(panelMean ?? 0) - 5, panelRank]).toEqual([
        expect.closeTo(before.scores[i]?.panelMean ?? Number.NaN, 9),
        before.scores[i]?.panelRank,
      ]);
    }
    for (const [j, { leniency, slope }] of after.reviewers.entries()) {
      expect(leniency.value).toBeCloseTo(before.reviewers[j]?.leniency.value ?? Number.NaN, 6);
      expect(slope).toBeCloseTo(before.reviewers[j]?.slope ?? Number.NaN, 6);
    }
  });

  it('gives the same figures under other names', () => {
    const renamed = applications.map((each) => ({
      ...each,
      applicationId: `x${1000 - Number(each.applicationId.slice(-3))}`,
      sheets: each.sheets.map((sheet) => ({ ...sheet, reviewerId: `y${100 - Number(sheet.reviewerId.slice(-2))}` })),
    }));
    const [before, after] = [modelOf(plain), modelOf(analyse({ ...rule, applications: renamed }))];
    expect(after.criterion).toBeCloseTo(before.criterion, 8);
    const byName = new Map(after.scores.map((each) => [each.applicationId, each]));
    for (const { applicationId, score, panelRank } of before.scores) {
      const other = byName.get(`x${1000 - Number(applicationId.slice(-3))}`);
      expect(other?.score.value).toBeCloseTo(score.value, 5);
      expect(other?.panelRank).toBe(panelRank);
    }
  });

  it('leaves reviewers who look random out of scores and ranks, and says whom', () => {
    const spoilt = sheetsOf({ ...season, applications: 240, random: (reviewer) => reviewer === 3 }, 'spoilt');
    const model = modelOf(analyse({ ...rule, applications: spoilt }));
    expect(model.leftOut).toEqual(['reviewer-03']);
    expect(model.reviewers[3]?.leniency.error).toBeGreaterThan(0);
    expect(model.scores).toHaveLength(240);
  });

  it('passes over applications without a sheet, and tells why there is no model', () => {
    const none = analyse({ ...rule, applications: [{ applicationId: 'a', sheets: [], selfScore: 9000 }] });
    expect(none).toMatchObject({ applications: 0, sheets: 0, model: { withheld: 'too-few' } });
    const equal = applications.map((each) => ({
      ...each,
      sheets: each.sheets.map((sheet) => ({ ...sheet, total: 9000 })),
    }));
    expect(analyse({ ...rule, applications: equal }).model).toEqual({ withheld: 'all-equal' });
  });

  it('has no figure that is no number, whatever the shape of the season', () => {
    const shapes: readonly Season[] = [
      { ...season, applications: 3, reviewers: 2, panel: [2, 2] },
      { ...season, applications: 5, reviewers: 40, panel: [3, 3] },
      { ...season, reviewers: 1, panel: [1, 1] },
      { ...season, reviewers: 2, panel: [1, 2] },
      { ...season, variances: [0, 0, 1] },
      { ...season, variances: [100, 100, 0.0001] },
      { ...season, variances: [0, 100, 0.01] },
    ];
    for (const [at, shape] of shapes.entries()) {
      const text = JSON.stringify(analyse({ ...rule, applications: sheetsOf(shape, `shape ${at}`) }), (_, value) =>
        typeof value === 'number' && !Number.isFinite(value) ? 'not finite' : value,
      );
      expect(text).not.toContain('not finite');
    }
  });
});
