import type { z } from 'zod';
import { mayCheck } from '#domain/policies';
import type { Reviewer } from '#domain/reviews';
import { reviewers } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { entryOf, ReviewerProfile } from './profile.ts';

/** The office takes an enrolled person into the pool of reviewers. */
export async function addReviewer(ctx: Context, input: z.input<typeof ReviewerProfile>): Promise<Versioned<Reviewer>> {
  allow(mayCheck(ctx.actor));
  const profile = parse(ReviewerProfile, input);
  const { reviewerId } = profile;
  await ctx.store.get(keys.person(reviewerId));
  const reviewer = entryOf(profile);
  return commit(ctx, {
    chain: `reviewer/${reviewerId}`,
    action: 'reviewer.added',
    details: { reviewerId, categoryIds: profile.categoryIds, maximumLoad: profile.maximumLoad },
    writes: [create(reviewers, reviewer)],
    answer: { ...reviewer, version: 1 },
  });
}
