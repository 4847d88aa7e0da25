import type { Assignment, Panel } from './reviews.ts';

/**
 * The assignments whose sheets count: handed in, by those who sit on the panel now, one of each. A sheet that was
 * unlocked, recused or reassigned never counts, and neither does a second one of the same reviewer.
 */
export function validAssignments<Of extends Pick<Assignment, 'reviewerId' | 'status' | 'assignedAt'>>(
  assignments: readonly Of[],
  { members }: Pick<Panel, 'members'>,
): Of[] {
  const seated = new Set(members);
  const first = new Map<string, Of>();
  for (const assignment of assignments.toSorted((a, b) => (a.assignedAt < b.assignedAt ? -1 : 1))) {
    const { reviewerId, status } = assignment;
    if (status === 'submitted' && seated.has(reviewerId) && !first.has(reviewerId)) first.set(reviewerId, assignment);
  }
  return assignments.filter((assignment) => first.get(assignment.reviewerId) === assignment);
}
