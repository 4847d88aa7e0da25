import * as z from 'zod';
import { mayCheck } from '#domain/policies';
import type { Reviewer } from '#domain/reviews';
import { reviewers } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { entryOf, ReviewerProfile } from './profile.ts';

export const ChangeReviewerInput = ReviewerProfile.extend({ version: z.int() });

/** The office changes an entry of the pool; assignments that were made stay. */
export async function changeReviewer(
  ctx: Context,
  input: z.input<typeof ChangeReviewerInput>,
): Promise<Versioned<Reviewer>> {
  allow(mayCheck(ctx.actor));
  const { version, ...profile } = parse(ChangeReviewerInput, input);
  const { reviewerId } = profile;
  const before = await ctx.store.get(keys.reviewer(reviewerId));
  const reviewer = entryOf(
    profile,
    before.conflicts.filter((conflict) => conflict.source === 'declared'),
  );
  return commit(ctx, {
    chain: `reviewer/${reviewerId}`,
    action: 'reviewer.changed',
    details: { reviewerId, categoryIds: profile.categoryIds, maximumLoad: profile.maximumLoad },
    writes: [save(reviewers, { ...reviewer, version })],
    answer: { ...reviewer, version: version + 1 },
  });
}
