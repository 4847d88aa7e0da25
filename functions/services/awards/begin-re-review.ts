import * as z from 'zod';
import { awardTransitions } from '#domain/decisions';
import { next } from '#domain/transitions';
import { awards } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';

export const BeginReReviewInput = z.strictObject({ certificateNumber: z.string(), round: z.int().min(1) });

/** 复评 begins; done again for the same round, it finds it begun. */
export async function beginReReview(
  ctx: Context,
  input: z.input<typeof BeginReReviewInput>,
): Promise<{ certificateNumber: string; round: number }> {
  const { certificateNumber, round } = parse(BeginReReviewInput, input);
  const award = await ctx.store.get(keys.award(certificateNumber));
  const answer = { certificateNumber, round };
  if (award.reReviews >= round) return answer;
  const status = next(awardTransitions, 'beginReReview', award.status);
  return commit(ctx, {
    chain: `award/${certificateNumber}`,
    action: 'award.re-review-begun',
    cycleId: award.cycleId,
    details: { certificateNumber, round },
    writes: [save(awards, { ...award, status, statusSince: ctx.clock.now(), reReviews: round })],
    answer,
  });
}
