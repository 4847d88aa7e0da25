import * as z from 'zod';
import type { ReviewFeedback } from '#domain/feedback';
import { holds } from '#domain/people';
import { isConflicted } from '#domain/policies';
import { isRoundClosed } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { caseOf } from '../reviews/held.ts';
import { seenOf } from './seen.ts';

export const GetFeedbackInput = z.strictObject({ assignmentId: z.string() });

export type FeedbackView = { readonly late: boolean; readonly thin: boolean; readonly rated?: ReviewFeedback };

/** What the system sees of a review, and what the office thought of it: for those who rate it or look over them. */
export async function getFeedback(ctx: Context, input: z.input<typeof GetFeedbackInput>): Promise<FeedbackView> {
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor'));
  const { assignmentId } = parse(GetFeedbackInput, input);
  const { assignment, application, cycle } = await caseOf(ctx, assignmentId);
  allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  allow(isRoundClosed(cycle), 'RoundOpen');
  allow(assignment.status === 'submitted', 'WrongState', { state: assignment.status });
  const { reviewerId, cycleId } = assignment;
  const rated = await ctx.store.find(keys.feedback(reviewerId, cycleId, assignmentId));
  return { ...(await seenOf(ctx, assignment, application)), ...(rated && { rated }) };
}
