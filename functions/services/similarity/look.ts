import * as z from 'zod';
import { AwardError } from '#domain/errors';
import { personIdOf } from '#domain/people';
import { mayCheck } from '#domain/policies';
import type { SimilarityLook } from '#domain/similarity-report';
import { Reason } from '#domain/texts';
import { similarityLooks } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { flaggedPair } from './watching.ts';

export const LookAtPairInput = z.strictObject({
  cycleId: z.string(),
  left: z.string(),
  right: z.string(),
  /** What the office found; a later look replaces it. */
  note: Reason,
});

/** The office looked at a flagged pair. Nothing follows of itself: what must follow is a veto or a return, with its reason. */
export async function lookAtPair(ctx: Context, input: z.input<typeof LookAtPairInput>): Promise<SimilarityLook> {
  allow(mayCheck(ctx.actor));
  const { cycleId, note, ...named } = parse(LookAtPairInput, input);
  return anew(async () => {
    const pair = await flaggedPair(ctx, cycleId, named.left, named.right);
    const [left, right] = [pair.left.applicationId, pair.right.applicationId];
    const before = await ctx.store.find(keys.similarityLook(cycleId, left, right));
    const look: SimilarityLook = {
      cycleId,
      left,
      right,
      note,
      by: personIdOf(ctx.actor) ?? 'system',
      at: ctx.clock.now(),
    };
    return commit(ctx, {
      chain: `cycle/${cycleId}`,
      action: 'similarity.looked-at',
      cycleId,
      details: { left, right },
      writes: [
        before
          ? save(similarityLooks, { ...look, version: before.version })
          : create(similarityLooks, look, () => new AwardError('StaleVersion')),
      ],
      answer: look,
    });
  });
}
