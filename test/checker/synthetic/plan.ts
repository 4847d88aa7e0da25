import { type SeasonPlan, season, type UnitPlan } from '#examples/xicheng-2011/index';

type Trait = (unit: UnitPlan) => boolean;

const withdrawn =
  (when: string): Trait =>
  ({ course }) =>
    course.kind === 'withdrawn' && course.when === when;

/** One unit for each thing that may happen. */
const traits = (plan: SeasonPlan): readonly Trait[] => [
  ({ course }) => course.kind === 'returned' && course.by === 'recommender',
  ({ course }) => course.kind === 'returned' && course.by === 'office',
  ({ course }) => course.kind === 'not-recommended',
  ({ course }) => course.kind === 'rejected',
  ({ course }) => course.kind === 'assessment-missed',
  ({ course }) => course.kind === 'assessment-returned',
  withdrawn('submitted'),
  withdrawn('accepted'),
  withdrawn('under-review'),
  withdrawn('in-publicity'),
  ({ categoryId, veto }) => categoryId === 'enterprise' && veto !== undefined,
  ({ categoryId, course, adjustments }) =>
    categoryId === 'enterprise' && course.kind === 'smooth' && adjustments.length > 1,
  ({ unitKey }) => plan.exactlyNinety.includes(unitKey),
];

/**
 * A small part of the season, with every kind of course, three objections and two ties; society has one place for two
 * that only a vote parts.
 */
export function smallPlan(seed: string): SeasonPlan {
  const plan = season(seed);
  const objections = plan.objections.filter(({ key }) => ['objection-1', 'objection-3', 'objection-5'].includes(key));
  const ties = plan.ties.filter(({ brokenBy }) => ['vote', 'results-indicator'].includes(brokenBy));
  const chosen = new Set([
    ...objections.flatMap(({ target }) => (target.kind === 'entry' ? [target.unitKey] : [])),
    ...ties.flatMap(({ unitKeys }) => unitKeys),
  ]);
  for (const trait of traits(plan)) {
    const found = plan.units.find((unit) => !chosen.has(unit.unitKey) && trait(unit));
    if (found) chosen.add(found.unitKey);
  }
  const categories = plan.cycle.categories.map((category) =>
    category.categoryId === 'society' ? { ...category, quota: { total: 1, byRecommender: { 民政局: 1 } } } : category,
  );
  return {
    ...plan,
    cycle: { ...plan.cycle, categories },
    objections,
    ties,
    exactlyNinety: plan.exactlyNinety.filter((unitKey) => chosen.has(unitKey)),
    units: plan.units.filter(({ unitKey }) => chosen.has(unitKey)),
  };
}
