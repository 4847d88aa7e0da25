import * as z from 'zod';
import { personIdOf } from '#domain/people';
import { mayCheck } from '#domain/policies';
import type { Reviewer } from '#domain/reviews';
import { reviewers } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { guardedPool } from './guarded-pool.ts';
import { entryOf, entryProblems, ReviewerProfile, referenceOf } from './profile.ts';

export const ChangeReviewerInput = ReviewerProfile.extend({ version: z.int() });

/** The office changes an entry of the pool, nobody their own; assignments that were made stay. */
export async function changeReviewer(
  ctx: Context,
  input: z.input<typeof ChangeReviewerInput>,
): Promise<Versioned<Reviewer>> {
  allow(mayCheck(ctx.actor));
  const { version, ...profile } = parse(ChangeReviewerInput, input);
  const { reviewerId } = profile;
  allow(personIdOf(ctx.actor) !== reviewerId, 'ConflictOfInterest');
  const known = await referenceOf(ctx);
  const changed = await anew(async () => {
    const before = await ctx.store.get(keys.reviewer(reviewerId));
    // What the caller saw is gone: no further try brings it back.
    if (before.version !== version) return undefined;
    const declared = before.conflicts.filter((conflict) => conflict.source === 'declared');
    const reviewer = entryOf(profile, declared);
    const { pool, guards } = await guardedPool(ctx, [reviewer]);
    refuseFields(entryProblems(reviewer, pool, known));
    return commit(ctx, {
      chain: `reviewer/${reviewerId}`,
      action: 'reviewer.changed',
      details: { reviewerId, categoryIds: profile.categoryIds, maximumLoad: profile.maximumLoad },
      writes: [save(reviewers, { ...reviewer, version }), ...guards],
      answer: { ...reviewer, version: version + 1 },
    });
  });
  allow(changed !== undefined, 'StaleVersion');
  return changed;
}
