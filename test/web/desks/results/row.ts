import { composite, panelScore } from '#domain/composite';
import { formatHalfUp, toFraction } from '#domain/exact';
import { formatMark, markToRational } from '#domain/marks';
import { compositeSteps, lineSteps, panelSteps } from '#domain/result-steps';
import type { Row } from '#web/desks/results/arithmetic.ts';

type Given = {
  readonly id?: string;
  /** Hundredths. */
  readonly totals: readonly number[];
  readonly visits?: readonly number[];
  readonly site?: number;
  readonly satisfaction?: number;
  readonly bonus?: number;
  readonly deduction?: number;
  readonly weights?: { readonly documents: number; readonly site: number; readonly satisfaction: number };
  readonly rest?: Partial<Row>;
};

const adjustment = (points: number) => [{ points, reason: 'because' }];

/** A row as the server freezes it and the API tells it. */
export function rowOf(given: Given): Row {
  const { id = 'a', totals, visits, site = 8700, satisfaction = 9400, bonus = 0, deduction = 0 } = given;
  const { weights = { documents: 60, site: 30, satisfaction: 10 } } = given;
  const panel = panelScore(totals, { minimumSheets: 3, trimFrom: 5 });
  if (panel.method === 'none') throw new Error('too few sheets');
  const visit = visits && panelScore(visits, { minimumSheets: 1, trimFrom: null });
  const siteScore = visit && visit.method !== 'none' ? visit.mean : markToRational(site);
  const result = composite(
    {
      scores: { documents: panel.mean, site: siteScore, satisfaction: markToRational(satisfaction) },
      bonuses: adjustment(bonus),
      deductions: adjustment(deduction),
    },
    { weights, bonusCap: 500 },
  );
  return {
    resultId: 'result-1',
    applicationId: id,
    categoryId: 'agency',
    areaId: 'area-1',
    organizationName: `unit ${id}`,
    recommender: 'one',
    sheets: totals.map((total, at) => ({
      assignmentId: `sheet-${at}`,
      total: formatMark(total),
      kept: panel.kept.includes(at),
    })),
    ...(visits && { visits: visits.map((score, at) => ({ reviewerId: `visitor-${at}`, score: formatMark(score) })) }),
    steps: [
      ...panelSteps(panel, 'documents'),
      ...(visit ? panelSteps(visit, 'site') : []),
      ...compositeSteps(result),
      ...lineSteps(9000, [{ name: '示范', line: 9500 }]),
    ],
    composite: toFraction(result.total),
    shown: formatHalfUp(result.total),
    passed: result.total.n >= 90n * result.total.d,
    vetoed: false,
    needsVote: false,
    selected: false,
    ...given.rest,
  };
}
