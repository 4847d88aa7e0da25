import * as z from 'zod';
import { ownAssignment } from '#domain/blinding';
import { type Assignment, assignmentTransitions } from '#domain/reviews';
import { next } from '#domain/transitions';
import { assignments, sheets } from '#store/entities';
import type { Versioned } from '#store/table';
import { create, save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import { ownCase } from './held.ts';

export const AssignmentInput = z.strictObject({ assignmentId: z.string() });

/** The reviewer accepts: says with it that nothing forbids them to review the unit, and gets an empty sheet. */
export async function acceptAssignment(
  ctx: Context,
  input: z.input<typeof AssignmentInput>,
): Promise<Versioned<Assignment>> {
  const { assignmentId } = parse(AssignmentInput, input);
  const { assignment, cycle } = await ownCase(ctx, assignmentId);
  const accepted = { ...assignment, status: next(assignmentTransitions, 'accept', assignment.status, 'seat') };
  const { applicationId, reviewerId } = assignment;
  return commit(ctx, {
    chain: `assignment/${assignmentId}`,
    action: 'assignment.accepted',
    cycleId: assignment.cycleId,
    details: { assignmentId, applicationId },
    writes: [
      save(assignments, accepted),
      create(sheets, { assignmentId, applicationId, reviewerId, marks: {}, overall: '' }),
    ],
    answer: ownAssignment({ ...accepted, version: assignment.version + 1 }, cycle),
  });
}
