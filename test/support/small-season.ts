import type { SeasonPlan, UnitPlan } from '#examples/xicheng-2011/index';

export type Trait = (unit: UnitPlan) => boolean;

/** One unit for each thing that may happen to one. */
const everyCourse: readonly Trait[] = [
  ({ categoryId, course }) => categoryId === 'party' && course.kind === 'returned',
  ({ categoryId, course }) => categoryId === 'agency' && course.kind === 'returned' && course.by === 'office',
  ({ course }) => course.kind === 'withdrawn' && course.when === 'in-publicity',
  ({ course }) => course.kind === 'not-recommended',
  ({ course }) => course.kind === 'assessment-missed',
  ({ categoryId, course }) => categoryId === 'institution' && course.kind === 'assessment-returned',
  ({ categoryId, veto }) => categoryId === 'enterprise' && veto !== undefined,
];

export const goesWellIn =
  (wanted: string): Trait =>
  ({ categoryId, course }) =>
    categoryId === wanted && course.kind === 'smooth';

/**
 * A part of the season that is played in a minute: three objections with their units, one unit for each thing that may
 * happen, one more for each of `also`, and the experts numbered from `first` up to `last`.
 */
export function smallSeason(plan: SeasonPlan, also: readonly Trait[], [first, last]: [number, number]): SeasonPlan {
  const objections = plan.objections.filter(({ key }) => ['objection-1', 'objection-3', 'objection-5'].includes(key));
  const chosen = new Set(objections.flatMap(({ target }) => (target.kind === 'entry' ? [target.unitKey] : [])));
  for (const trait of [...everyCourse, ...also]) {
    const found = plan.units.find((unit) => !chosen.has(unit.unitKey) && trait(unit));
    if (found) chosen.add(found.unitKey);
  }
  const reviewers = plan.reviewers.slice(first - 1, last);
  const visitorAt = (at: number): string => reviewers[at % reviewers.length]?.key ?? '';
  return {
    ...plan,
    objections,
    reviewers,
    ties: [],
    exactlyNinety: plan.exactlyNinety.filter((unitKey) => chosen.has(unitKey)),
    units: plan.units
      .filter(({ unitKey }) => chosen.has(unitKey))
      .map((unit, at) => ({ ...unit, site: { ...unit.site, reviewerKey: visitorAt(at) } })),
  };
}
