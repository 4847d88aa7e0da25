import * as z from 'zod';
import { later } from '#domain/instants';
import { isConflicted, mayCheck } from '#domain/policies';
import { type Assignment, assignmentTransitions } from '#domain/reviews';
import { Reason } from '#domain/texts';
import { next } from '#domain/transitions';
import { assignments, cycles, panels } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save, unchanged } from '#store/writes';
import { anew } from '../anew.ts';
import { moved } from '../applications/moved.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { caseOf, requireOpenRound } from './held.ts';
import { dueOf } from './seats.ts';

export const UnlockInput = z.strictObject({ assignmentId: z.string(), reason: Reason });

/**
 * The office gives a submitted sheet back to its reviewer, with the reason. What was submitted is kept but counts no
 * longer; a scored application goes back under review. The cycle's version moves with it, so that the round cannot
 * close in the same moment.
 */
export async function unlockSheet(ctx: Context, input: z.input<typeof UnlockInput>): Promise<Versioned<Assignment>> {
  allow(mayCheck(ctx.actor));
  const { assignmentId, reason } = parse(UnlockInput, input);
  return anew(async () => {
    const { assignment, application, cycle } = await caseOf(ctx, assignmentId);
    allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
    requireOpenRound(cycle);
    const status = next(assignmentTransitions, 'unlock', assignment.status, 'seat');
    const panel = await ctx.store.get(keys.panel(application.applicationId));
    const dueAt = later(assignment.dueAt, await dueOf(ctx, { application, cycle }, true));
    const unlocked = { ...assignment, status, dueAt, reason };
    const reopened = application.status === 'scored' ? moved(ctx, application, 'reopenPanel') : undefined;
    return commit(ctx, {
      chain: `assignment/${assignmentId}`,
      action: 'assignment.unlocked',
      cycleId: cycle.cycleId,
      details: { assignmentId, applicationId: application.applicationId, submission: assignment.submissions },
      writes: [
        save(assignments, unlocked),
        save(panels, { ...panel, submitted: panel.submitted - 1 }),
        save(cycles, cycle),
        ...(reopened?.writes ?? [unchanged(keys.application(application.applicationId), application.version)]),
      ],
      ...(reopened && { decides: reopened.decides }),
      answer: { ...unlocked, version: assignment.version + 1 },
    });
  });
}
