import * as z from 'zod';
import { holds, personIdOf } from '#domain/people';
import { DeclaredConflict, type Reviewer } from '#domain/reviews';
import { reviewers } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const DeclareInput = z.strictObject({
  reviewerId: z.string(),
  version: z.int(),
  available: z.boolean(),
  conflicts: z.array(DeclaredConflict.omit({ source: true })).max(200),
});

/** A reviewer says whether they are available and which units they must not review; what the office set stays. */
export async function declare(ctx: Context, input: z.input<typeof DeclareInput>): Promise<Versioned<Reviewer>> {
  const { reviewerId, version, available, conflicts } = parse(DeclareInput, input);
  allow(holds(ctx.actor, 'reviewer') && personIdOf(ctx.actor) === reviewerId);
  const reviewer = await ctx.store.get(keys.reviewer(reviewerId));
  allow(reviewer.version === version, 'StaleVersion');
  const declared: Versioned<Reviewer> = {
    ...reviewer,
    available,
    conflicts: [
      ...conflicts.map((conflict) => ({ ...conflict, source: 'declared' as const })),
      ...reviewer.conflicts.filter((conflict) => conflict.source === 'keep-apart'),
    ],
  };
  return commit(ctx, {
    chain: `reviewer/${reviewerId}`,
    action: 'reviewer.declared',
    details: { reviewerId, available, conflicts: conflicts.map((conflict) => conflict.organizationId) },
    writes: [save(reviewers, declared)],
    answer: { ...declared, version: version + 1 },
  });
}
