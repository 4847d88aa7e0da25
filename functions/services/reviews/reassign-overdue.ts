import { type Assignment, assignmentTransitions } from '#domain/reviews';
import { next } from '#domain/transitions';
import { keys } from '#store/keys';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import { type Context, isPast } from '../context.ts';
import { caseOf } from './held.ts';
import { replaced } from './replace.ts';
import { loadsOf, replacementFor } from './seats.ts';

const owing = assignmentTransitions.reassign.from;

const isOverdue = (ctx: Context, assignment: Assignment): boolean =>
  owing.some((status) => status === assignment.status) && isPast(ctx, assignment.dueAt);

/** One overdue assignment goes to somebody else; where there is nobody, a late reviewer is better than none. */
const replacedWhenPossible = (ctx: Context, assignmentId: string): Promise<void> =>
  anew(async () => {
    const { assignment, application, cycle } = await caseOf(ctx, assignmentId);
    if (application.status !== 'under-review' || cycle.status !== 'reviewing' || !isOverdue(ctx, assignment)) return;
    const panel = await ctx.store.get(keys.panel(application.applicationId));
    const loads = await loadsOf(ctx, cycle.cycleId);
    const replacement = await replacementFor(ctx, { application, cycle }, panel, loads, assignment.reviewerId);
    if (!replacement) return;
    const status = next(assignmentTransitions, 'reassign', assignment.status);
    const left = { ...assignment, status, reason: 'overdue' };
    const change = await replaced(ctx, { application, cycle, panel, loads, left, replacement });
    await commit(ctx, {
      chain: `assignment/${assignmentId}`,
      action: 'assignment.reassigned',
      cycleId: cycle.cycleId,
      details: {
        assignmentId,
        applicationId: application.applicationId,
        reason: 'overdue',
        replacedBy: change.successor?.assignmentId ?? '',
      },
      writes: change.writes,
      answer: undefined,
    });
  });

/** Whenever the wait for a panel runs out: whoever is past their own deadline and did not submit is replaced. */
export async function reassignOverdue(ctx: Context, applicationId: string): Promise<void> {
  const partition = keys.assignment(applicationId, '');
  const all = await ctx.store.all<Assignment>(partition.pk, partition.sk);
  for (const assignment of all.filter((each) => isOverdue(ctx, each))) {
    await replacedWhenPossible(ctx, assignment.assignmentId);
  }
}
