import type { SeasonPlan } from '#examples/xicheng-2011/index';
import { bearsName } from './case.ts';
import { earlyEndOf, submissionsOf } from './courses.ts';
import { type Expected, isStruckOff, type Outcome } from './expected.ts';
import { differs, type Problem, problem } from './problem.ts';
import type { SeasonRecord } from './record.ts';
import { sorted } from './sorted.ts';

function endOf(plan: SeasonPlan, { of: { unit }, shortlisted, named }: Outcome): string {
  const early = earlyEndOf(unit);
  if (early) return early;
  if (named) return 'named';
  if (!shortlisted) return 'not-selected';
  return isStruckOff(plan, unit.unitKey) ? 'removed' : 'withdrawn';
}

/** Every unit came as far as its plan and its score take it, by as many submissions as it needs. */
function checkPath(plan: SeasonPlan, outcome: Outcome): Problem[] {
  const { unit, application } = outcome.of;
  const { unitKey, recommender, categoryId, areaId } = unit;
  const submissions = submissionsOf(unit);
  return [
    ...differs('path', unitKey, 'status', application.status, endOf(plan, outcome)),
    ...differs('path', unitKey, 'recommender', application.recommender, recommender),
    ...differs('form', unitKey, 'form', sorted(application.form), sorted(unit.form)),
    ...(submissions.assessment > 0
      ? differs('form', unitKey, 'self-report', sorted(application.report), sorted(unit.report))
      : []),
    ...differs('path', unitKey, 'category', application.categoryId, categoryId),
    ...differs('path', unitKey, 'area', application.areaId, areaId),
    ...differs('path', unitKey, 'submissions', application.submissions, submissions.form),
    ...differs('path', unitKey, 'self-assessments', application.assessments, submissions.assessment),
  ];
}

/** The board's tallies are those of the applications. */
function checkTallies({ counts, applications }: SeasonRecord): Problem[] {
  const found = Object.entries(counts).flatMap(([categoryId, byStatus]) =>
    Object.entries(byStatus).map(([status, count]) => ({ categoryId, status, count })),
  );
  const isSame = (a: { categoryId: string; status: string }, b: typeof a) =>
    a.categoryId === b.categoryId && a.status === b.status;
  return [
    ...found.flatMap((tally) =>
      differs(
        'counts',
        'board',
        `${tally.categoryId} ${tally.status}`,
        tally.count,
        applications.filter((each) => isSame(each, tally)).length,
      ),
    ),
    ...applications
      .filter((each) => !found.some((tally) => isSame(each, tally)))
      .map(({ categoryId, status }) => problem('counts', 'board', `${categoryId} ${status} is not counted`)),
  ];
}

export const checkPaths = (record: SeasonRecord, plan: SeasonPlan, { outcomes }: Expected): Problem[] => [
  ...plan.units
    .filter(({ unitKey }) => !outcomes.some(({ of }) => of.unit.unitKey === unitKey))
    .map(({ unitKey, name }) => problem('path', unitKey, `${name} has no application`)),
  ...record.applications
    .filter(({ name }) => !plan.units.some((unit) => bearsName(unit, name)))
    .map(({ applicationId, name }) => problem('path', applicationId, `${name} is not in the plan`)),
  ...outcomes.flatMap((outcome) => checkPath(plan, outcome)),
  ...checkTallies(record),
];
