import * as z from 'zod';
import { AwardError } from '#domain/errors';
import { ReviewFeedback } from '#domain/feedback';
import { personIdOf } from '#domain/people';
import { isConflicted, mayCheck } from '#domain/policies';
import { isRoundClosed } from '#domain/reviews';
import { LimitedText } from '#domain/texts';
import { feedbacks } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create, save, unchanged } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { caseOf } from '../reviews/held.ts';
import { seenOf } from './seen.ts';

export const RateReviewInput = z.strictObject({
  assignmentId: z.string(),
  useful: ReviewFeedback.shape.useful,
  flagged: z.boolean().default(false),
  note: LimitedText(1000).default(''),
});

/**
 * The office rates a review once the round is closed; whether it was late or thin the system sees for itself. A second
 * rating replaces the first.
 */
export async function rateReview(
  ctx: Context,
  input: z.input<typeof RateReviewInput>,
): Promise<Versioned<ReviewFeedback>> {
  allow(mayCheck(ctx.actor));
  const { assignmentId, useful, flagged, note } = parse(RateReviewInput, input);
  return anew(async () => {
    const { assignment, application, cycle } = await caseOf(ctx, assignmentId);
    allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
    allow(isRoundClosed(cycle), 'RoundOpen');
    allow(assignment.status === 'submitted', 'WrongState', { state: assignment.status });
    const { reviewerId, cycleId, applicationId } = assignment;
    const before = await ctx.store.find(keys.feedback(reviewerId, cycleId, assignmentId));
    const feedback: ReviewFeedback = {
      reviewerId,
      cycleId,
      assignmentId,
      applicationId,
      useful,
      ...(await seenOf(ctx, assignment, application)),
      flagged,
      note,
      ratedBy: personIdOf(ctx.actor) ?? 'system',
      at: ctx.clock.now(),
    };
    const { pk, sk } = keys.assignment(applicationId, assignmentId);
    return commit(ctx, {
      chain: `assignment/${assignmentId}`,
      action: 'review.rated',
      cycleId,
      details: { assignmentId, applicationId, useful, late: feedback.late, thin: feedback.thin, flagged },
      writes: [
        before
          ? save(feedbacks, { ...feedback, version: before.version })
          : create(feedbacks, feedback, () => new AwardError('StaleVersion')),
        unchanged({ pk, sk }, assignment.version),
      ],
      answer: { ...feedback, version: (before?.version ?? 0) + 1 },
    });
  });
}
