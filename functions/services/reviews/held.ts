import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { isAssignee } from '#domain/policies';
import type { Assignment } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, requireStageFor } from '../require.ts';
import { requireNoConflict } from '../reviewers/pool.ts';

/** An assignment by its id alone. */
export async function assignmentOf(ctx: Pick<Context, 'store'>, assignmentId: string): Promise<Versioned<Assignment>> {
  const { pk, sk } = await ctx.store.get(keys.locator(assignmentId));
  return ctx.store.get<Assignment>({ pk, sk });
}

export type Held = {
  readonly assignment: Versioned<Assignment>;
  readonly application: Versioned<Application>;
  readonly cycle: Versioned<Cycle>;
};

export async function caseOf(ctx: Pick<Context, 'store'>, assignmentId: string): Promise<Held> {
  const assignment = await assignmentOf(ctx, assignmentId);
  const [application, cycle] = await Promise.all([
    ctx.store.get(keys.application(assignment.applicationId)),
    ctx.store.get(keys.cycle(assignment.cycleId)),
  ]);
  return { assignment, application, cycle };
}

/**
 * The reviewer's own assignment with its case, while the round is open and nothing forbids them to review it.
 * @throws AwardError `NotAllowed`, `WrongState`, `ConflictOfInterest`.
 */
export async function ownCase(ctx: Context, assignmentId: string): Promise<Held> {
  const assignment = await assignmentOf(ctx, assignmentId);
  allow(isAssignee(ctx.actor, assignment));
  const held = await caseOf(ctx, assignmentId);
  requireOpenRound(held.cycle);
  await requireNoConflict(ctx, assignment.reviewerId, held.application, held.cycle);
  return held;
}

export const requireOpenRound = (cycle: Pick<Cycle, 'status'>): void => requireStageFor('review', cycle);
