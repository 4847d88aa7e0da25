import type { z } from 'zod';
import { personIdOf } from '#domain/people';
import { mayCheck } from '#domain/policies';
import type { Reviewer } from '#domain/reviews';
import { reviewers } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { guardedPool } from './guarded-pool.ts';
import { entryOf, entryProblems, ReviewerProfile, referenceOf } from './profile.ts';

/** The office takes an enrolled person into the pool of reviewers; nobody takes in themselves. */
export async function addReviewer(ctx: Context, input: z.input<typeof ReviewerProfile>): Promise<Versioned<Reviewer>> {
  allow(mayCheck(ctx.actor));
  const profile = parse(ReviewerProfile, input);
  const { reviewerId } = profile;
  allow(personIdOf(ctx.actor) !== reviewerId, 'ConflictOfInterest');
  await ctx.store.get(keys.person(reviewerId));
  const known = await referenceOf(ctx);
  const reviewer = entryOf(profile);
  return anew(async () => {
    const { pool, guards } = await guardedPool(ctx, [reviewer]);
    refuseFields(entryProblems(reviewer, pool, known));
    return commit(ctx, {
      chain: `reviewer/${reviewerId}`,
      action: 'reviewer.added',
      details: { reviewerId, categoryIds: profile.categoryIds, maximumLoad: profile.maximumLoad },
      writes: [create(reviewers, reviewer), ...guards],
      answer: { ...reviewer, version: 1 },
    });
  });
}
