import * as z from 'zod';
import { invalidField } from '#domain/errors';
import { InstantText, millisOf } from '#domain/instants';
import { isConflicted, mayCheck } from '#domain/policies';
import { type Assignment, assignmentTransitions } from '#domain/reviews';
import { Reason } from '#domain/texts';
import { assignments } from '#store/entities';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { caseOf } from './held.ts';

export const ExtendInput = z.strictObject({ assignmentId: z.string(), until: InstantText, reason: Reason });

/** The office gives one reviewer more time for one sheet, with its reason. */
export async function extendAssignment(
  ctx: Context,
  input: z.input<typeof ExtendInput>,
): Promise<Versioned<Assignment>> {
  allow(mayCheck(ctx.actor));
  const { assignmentId, until, reason } = parse(ExtendInput, input);
  return anew(async () => {
    const { assignment, application } = await caseOf(ctx, assignmentId);
    allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
    const owes = assignmentTransitions.reassign.from.some((status) => status === assignment.status);
    allow(owes, 'WrongState', { state: assignment.status });
    if (millisOf(until) <= Math.max(millisOf(assignment.dueAt), millisOf(ctx.clock.now()))) {
      throw invalidField('until', 'NotLater', '新期限应晚于原期限和当前时间。', 'The new deadline must be later.');
    }
    const extended = { ...assignment, dueAt: until, reason };
    return commit(ctx, {
      chain: `assignment/${assignmentId}`,
      action: 'assignment.extended',
      cycleId: assignment.cycleId,
      details: { assignmentId, applicationId: application.applicationId, from: assignment.dueAt, until },
      writes: [save(assignments, extended)],
      answer: { ...extended, version: assignment.version + 1 },
    });
  });
}
