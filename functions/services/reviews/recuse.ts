import * as z from 'zod';
import { ownAssignment } from '#domain/blinding';
import { isAssignee } from '#domain/policies';
import { type Assignment, assignmentTransitions, recusalReasons } from '#domain/reviews';
import { LimitedText } from '#domain/texts';
import { next } from '#domain/transitions';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { caseOf, requireOpenRound } from './held.ts';
import { replaced } from './replace.ts';
import { loadsOf, replacementFor } from './seats.ts';

export const RecuseInput = z.strictObject({
  assignmentId: z.string(),
  reason: z.enum(recusalReasons),
  note: LimitedText(500).default(''),
});

/** The assignment as recused; `seatVacant` when nobody could take it and the office must find somebody. */
export type Recused = { readonly assignment: Versioned<Assignment>; readonly seatVacant: boolean };

/**
 * 回避: the reviewer leaves, with the reason, and in the same transaction another takes the seat. Leaving is never
 * refused for want of a successor; the panel is then short and stays open until the office makes it good.
 */
export async function recuse(ctx: Context, input: z.input<typeof RecuseInput>): Promise<Recused> {
  const { assignmentId, reason, note } = parse(RecuseInput, input);
  return anew(async () => {
    const { assignment, application, cycle } = await caseOf(ctx, assignmentId);
    allow(isAssignee(ctx.actor, assignment));
    requireOpenRound(cycle);
    const status = next(assignmentTransitions, 'recuse', assignment.status);
    const panel = await ctx.store.get(keys.panel(assignment.applicationId));
    const loads = await loadsOf(ctx, cycle.cycleId);
    const replacement = await replacementFor(ctx, { application, cycle }, panel, loads, assignment.reviewerId);
    const left = { ...assignment, status, reason: note ? `${reason}: ${note}` : reason };
    const change = await replaced(ctx, { application, cycle, panel, loads, left, replacement });
    return commit(ctx, {
      chain: `assignment/${assignmentId}`,
      action: 'assignment.recused',
      cycleId: cycle.cycleId,
      details: {
        assignmentId,
        applicationId: application.applicationId,
        reason,
        seatVacant: !replacement,
        ...(change.successor && { replacedBy: change.successor.assignmentId }),
      },
      writes: change.writes,
      answer: {
        assignment: ownAssignment({ ...left, version: assignment.version + 1 }, cycle),
        seatVacant: !replacement,
      },
    });
  });
}
