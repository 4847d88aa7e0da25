import { isOverdue, markOf, recusalOf, type SeasonPlan, type UnitPlan } from '#examples/xicheng-2011/index';
import { milestonesOf } from '../courses.ts';
import type { AssignmentRecord, StandardRecord } from '../record.ts';
import { subjectOf } from './people.ts';

/** A full panel of those who may sit, the least busy first, each with the sheet that the plan gives them. */
export function panelsFor(plan: SeasonPlan, standards: readonly StandardRecord[]): Map<string, AssignmentRecord[]> {
  const load = new Map<string, number>();
  const panelOf = (unit: UnitPlan): AssignmentRecord[] => {
    const category = plan.cycle.categories.find(({ categoryId }) => categoryId === unit.categoryId);
    const points = standards.find(({ categoryId }) => categoryId === unit.categoryId)?.indicators ?? [];
    const able = plan.reviewers
      .filter(({ categoryIds }) => categoryIds.includes(unit.categoryId))
      .filter(({ key }) => !recusalOf(plan.seed, unit.unitKey, key) && !isOverdue(plan.seed, unit.unitKey, key))
      .toSorted((a, b) => (load.get(a.key) ?? 0) - (load.get(b.key) ?? 0));
    return able.slice(0, category?.panelSize).map((reviewer) => {
      load.set(reviewer.key, (load.get(reviewer.key) ?? 0) + 1);
      const marks = points.flatMap((indicator) =>
        indicator.points.map(({ pointId, fullMarks }) => [
          pointId,
          markOf(plan.seed, unit.unitKey, reviewer.key, pointId, fullMarks),
        ]),
      );
      return {
        assignmentId: `${unit.unitKey}-${reviewer.key}`,
        reviewerId: subjectOf(reviewer),
        status: 'submitted',
        sheet: Object.fromEntries(marks) as Record<string, string>,
      };
    });
  };
  const reviewed = plan.units.filter((unit) => milestonesOf(unit).reviewed);
  return new Map(reviewed.map((unit) => [unit.unitKey, panelOf(unit)]));
}
