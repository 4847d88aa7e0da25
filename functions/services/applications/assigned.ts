import { personIdOf } from '#domain/people';
import { isAssignee } from '#domain/policies';
import type { Assignment } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';

/** The assignment through which a reviewer sees an application; one who recused or was replaced sees it no more. */
export async function assignedTo(ctx: Context, applicationId: string): Promise<Assignment | undefined> {
  if (personIdOf(ctx.actor) === undefined) return undefined;
  const { pk } = keys.assignment(applicationId, '');
  const assignments = await ctx.store.all<Assignment>(pk, 'ASSIGNMENT#');
  return assignments.find(
    (assignment) => isAssignee(ctx.actor, assignment) && !['recused', 'reassigned'].includes(assignment.status),
  );
}
