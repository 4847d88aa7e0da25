import { markOf, type SeasonPlan } from '#examples/xicheng-2011/index';
import { compare, decimal, type Fraction, sum } from '#local/dossier/fraction';
import { type Case, casesOf, pointsOf } from './case.ts';
import { milestonesOf } from './courses.ts';
import { type Contender, rank } from './ranking.ts';
import type { SeasonRecord } from './record.ts';
import { composite, panelScore, type SheetTotals } from './scoring.ts';

/** What the plan and the rules make of one unit, given who reviewed it. */
export type Outcome = {
  readonly of: Case;
  readonly score?: Contender & { readonly passes: boolean; readonly vetoed: boolean };
  /** Place among all that were scored in the category; the first is 1, equals without a vote share one. */
  readonly rank?: number;
  readonly shortlisted: boolean;
  readonly named: boolean;
};

export type Expected = {
  readonly outcomes: readonly Outcome[];
  /** Equals of whom some would get a place and some not, as the committee's vote is missing. */
  readonly undecided: readonly (readonly string[])[];
};

/** The marks of the plan for one reviewer's sheet, summed. Nothing here looks at the sheet that was recorded. */
function sheetOf(seed: string, { unit, standard, resultsIndicatorId }: Case, reviewerKey: string): SheetTotals {
  const marks = (points: readonly { pointId: string; fullMarks: number }[]): Fraction =>
    sum(points.map(({ pointId, fullMarks }) => decimal(markOf(seed, unit.unitKey, reviewerKey, pointId, fullMarks))));
  const results = standard.indicators.find((each) => each.indicatorId === resultsIndicatorId);
  return { total: marks(pointsOf(standard)), results: marks(results?.points ?? []) };
}

function scoreOf(plan: SeasonPlan, each: Case): Outcome['score'] | undefined {
  const { unit } = each;
  const category = plan.cycle.categories.find((setting) => setting.categoryId === unit.categoryId);
  const reviewers = each.panel.flatMap(({ assignment, reviewer }) => (assignment.sheet && reviewer ? [reviewer] : []));
  const panel = panelScore(reviewers.map(({ key }) => sheetOf(plan.seed, each, key)));
  if (!panel || !category || !milestonesOf(unit).reviewed) return undefined;
  const points = (kind: string) => unit.adjustments.flatMap((each) => (each.kind === kind ? [each.points] : []));
  const site = decimal(unit.site.score);
  const whole = composite({
    ...panel,
    site,
    satisfaction: decimal(unit.satisfaction.score),
    weights: category.weights,
    bonuses: points('bonus'),
    deductions: points('deduction'),
    bonusCap: plan.cycle.bonusCap,
  });
  return {
    unitKey: unit.unitKey,
    ...panel,
    composite: whole,
    site,
    namedBefore: unit.namedBefore !== undefined,
    passes: compare(whole, decimal(category.passLine)) >= 0,
    vetoed: unit.veto !== undefined,
  };
}

/** Places per recommender, taken in the order of rank, the category's total never exceeded (domain.md §4). */
function placesTaken(plan: SeasonPlan, categoryId: string, ranked: readonly Case[]): Set<string> {
  const quota = plan.cycle.categories.find((each) => each.categoryId === categoryId)?.quota;
  const left = new Map(Object.entries(quota?.byRecommender ?? {}));
  const taken = new Set<string>();
  for (const { unit } of ranked) {
    const places = left.get(unit.recommender) ?? 0;
    if (places === 0 || taken.size >= (quota?.total ?? 0)) continue;
    left.set(unit.recommender, places - 1);
    taken.add(unit.unitKey);
  }
  return taken;
}

/** An objection that is upheld takes the entry off the list; the place stays empty (no 递补). */
export const isStruckOff = (plan: SeasonPlan, unitKey: string): boolean =>
  plan.objections.some(
    ({ target, effect }) => effect === 'removed' && target.kind === 'entry' && target.unitKey === unitKey,
  );

/** Recomputes the season from the plan; of the record it takes who reviewed whom, the points and the votes. */
export function expectedOf(record: SeasonRecord, plan: SeasonPlan): Expected {
  const cases = casesOf(record, plan);
  const keys = new Map(cases.map(({ application, unit }) => [application.applicationId, unit.unitKey]));
  const votes = record.votes.map((order) => order.map((applicationId) => keys.get(applicationId) ?? applicationId));
  const undecided: (readonly string[])[] = [];
  const outcomes = plan.cycle.categories.flatMap(({ categoryId }) => {
    const mine = cases.filter(({ unit }) => unit.categoryId === categoryId);
    const scores = new Map(mine.map((each) => [each.unit.unitKey, scoreOf(plan, each)]));
    const ranking = rank(
      [...scores.values()].filter((score) => score !== undefined),
      votes,
    );
    const passing = ranking.order
      .filter((unitKey) => scores.get(unitKey)?.passes && !scores.get(unitKey)?.vetoed)
      .flatMap((unitKey) => mine.filter(({ unit }) => unit.unitKey === unitKey));
    const taken = placesTaken(plan, categoryId, passing);
    undecided.push(
      ...ranking.undecided.filter((equal) => new Set(equal.map((unitKey) => taken.has(unitKey))).size > 1),
    );
    return mine.map((of): Outcome => {
      const { unitKey } = of.unit;
      const score = scores.get(unitKey);
      const shortlisted = taken.has(unitKey);
      const ranked = score && { score, rank: ranking.placeOf(unitKey) };
      const stays = of.unit.course.kind !== 'withdrawn' && !isStruckOff(plan, unitKey);
      return { of, ...ranked, shortlisted, named: shortlisted && stays };
    });
  });
  return { outcomes, undecided };
}
