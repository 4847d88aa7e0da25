import * as z from 'zod';
import { personIdOf } from '#domain/people';
import { mayCheck } from '#domain/policies';
import type { Publicity } from '#domain/publicity';
import { Reason } from '#domain/texts';
import { publicities } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { allow, parse } from '../require.ts';

/** The version that was looked at: a text that changed meanwhile is not sent back by mistake. */
export const SendBackPublicityInput = z.strictObject({ publicityId: z.string(), version: z.int(), reason: Reason });

/** Whoever would check a notice sends it back with the reason; it waits for its text to be changed. */
export async function sendBackPublicity(
  ctx: Context,
  input: z.input<typeof SendBackPublicityInput>,
): Promise<Publicity> {
  allow(mayCheck(ctx.actor));
  const { publicityId, version, reason } = parse(SendBackPublicityInput, input);
  const publicity = await ctx.store.get(keys.publicity(publicityId));
  await requireNoStake(ctx, publicity);
  allow(publicity.version === version, 'StaleVersion');
  allow(publicity.status === 'drafted', 'WrongState', { state: publicity.status });
  allow(publicity.sentBack === undefined, 'WrongState', { state: 'sent-back' });
  const personId = personIdOf(ctx.actor) ?? '';
  allow(![publicity.draftedBy, ...publicity.editedBy].includes(personId), 'ActedAlready');
  const back = { ...publicity, sentBack: { personId, at: ctx.clock.now(), reason } };
  return commit(ctx, {
    chain: `cycle/${publicity.cycleId}`,
    action: 'publicity.sent-back',
    cycleId: publicity.cycleId,
    details: { publicityId },
    writes: [save(publicities, back)],
    answer: { ...back, version: version + 1 },
  });
}
