import * as z from 'zod';
import { checkAvailability } from '#domain/experts';
import { holds, personIdOf } from '#domain/people';
import type { Reviewer } from '#domain/reviews';
import { reviewers } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { Availability, UnitToAvoid } from './profile.ts';

export const DeclareInput = z.strictObject({
  reviewerId: z.string(),
  version: z.int(),
  ...Availability,
  available: z.boolean(),
  conflicts: z.array(UnitToAvoid).max(200),
});

/** A reviewer says when they are available and which units they must not review; what the office set stays. */
export async function declare(ctx: Context, input: z.input<typeof DeclareInput>): Promise<Versioned<Reviewer>> {
  const { reviewerId, version, conflicts, ...availability } = parse(DeclareInput, input);
  allow(holds(ctx.actor, 'reviewer') && personIdOf(ctx.actor) === reviewerId);
  refuseFields(checkAvailability(availability));
  const reviewer = await ctx.store.get(keys.reviewer(reviewerId));
  allow(reviewer.version === version, 'StaleVersion');
  const declared: Versioned<Reviewer> = {
    ...reviewer,
    availableFrom: availability.availableFrom,
    availableUntil: availability.availableUntil,
    available: availability.available,
    conflicts: [
      ...conflicts.map((conflict) => ({ ...conflict, source: 'declared' as const })),
      ...reviewer.conflicts.filter((conflict) => conflict.source === 'keep-apart'),
    ],
  };
  return commit(ctx, {
    chain: `reviewer/${reviewerId}`,
    action: 'reviewer.declared',
    details: {
      reviewerId,
      available: availability.available,
      conflicts: conflicts.length,
    },
    writes: [save(reviewers, declared)],
    answer: { ...declared, version: version + 1 },
  });
}
