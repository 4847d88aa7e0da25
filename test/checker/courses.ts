import type { UnitPlan } from '#examples/xicheng-2011/index';

/** How far a unit gets before the review, by its plan alone. */
export type Milestones = { readonly accepted: boolean; readonly assessed: boolean; readonly reviewed: boolean };

const stages = ['applied', 'accepted', 'assessed', 'reviewed'] as const;
type Stage = (typeof stages)[number];

/** The last stage that a course reaches. */
function lastStageOf({ course }: UnitPlan): Stage {
  switch (course.kind) {
    case 'not-recommended':
    case 'rejected':
      return 'applied';
    case 'assessment-missed':
      return 'accepted';
    case 'withdrawn':
      return (
        { submitted: 'applied', accepted: 'accepted', 'under-review': 'assessed', 'in-publicity': 'reviewed' } as const
      )[course.when];
    default:
      return 'reviewed';
  }
}

export function milestonesOf(unit: UnitPlan): Milestones {
  const reached = stages.indexOf(lastStageOf(unit));
  return {
    accepted: reached >= stages.indexOf('accepted'),
    assessed: reached >= stages.indexOf('assessed'),
    reviewed: reached >= stages.indexOf('reviewed'),
  };
}

/** How the application of a unit that is not reviewed ends; undefined for the others. */
export function earlyEndOf({ course }: UnitPlan): string | undefined {
  switch (course.kind) {
    case 'not-recommended':
      return 'declined';
    case 'rejected':
      return 'rejected';
    case 'assessment-missed':
      return 'expired';
    case 'withdrawn':
      return course.when === 'in-publicity' ? undefined : 'withdrawn';
    default:
      return undefined;
  }
}

/** How often a unit submits its form and its self-assessment. */
export const submissionsOf = (unit: UnitPlan): { readonly form: number; readonly assessment: number } => ({
  form: unit.course.kind === 'returned' ? 2 : 1,
  assessment: unit.course.kind === 'assessment-returned' ? 2 : milestonesOf(unit).assessed ? 1 : 0,
});
