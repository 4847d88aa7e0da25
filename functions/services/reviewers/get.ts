import * as z from 'zod';
import { personIdOf } from '#domain/people';
import { oversees } from '#domain/policies';
import type { Reviewer } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const GetReviewerInput = z.strictObject({ reviewerId: z.string() });

/** An entry of the pool, for the reviewer and for those who oversee the cycle. */
export async function getReviewer(ctx: Context, input: z.input<typeof GetReviewerInput>): Promise<Versioned<Reviewer>> {
  const { reviewerId } = parse(GetReviewerInput, input);
  allow(oversees(ctx.actor) || personIdOf(ctx.actor) === reviewerId);
  return ctx.store.get(keys.reviewer(reviewerId));
}
