import * as z from 'zod';
import { personIdOf } from '#domain/people';
import { mayCheck } from '#domain/policies';
import type { ProposedList } from '#domain/selections';
import { Reason } from '#domain/texts';
import { proposedLists } from '#store/entities';
import { keys } from '#store/keys';
import { save, unchanged } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { allow, parse } from '../require.ts';

/** The list that was looked at: a newer draft is not sent back by mistake. */
export const SendBackListInput = z.strictObject({ cycleId: z.string(), listId: z.string(), reason: Reason });

/**
 * Whoever would check the list sends it back with the reason; the drafter makes a new one. Until then the result may be
 * computed anew, because what was found wrong may be there.
 */
export async function sendBackList(ctx: Context, input: z.input<typeof SendBackListInput>): Promise<ProposedList> {
  allow(mayCheck(ctx.actor));
  const { cycleId, listId, reason } = parse(SendBackListInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  await requireNoStake(ctx, cycle);
  allow(cycle.status === 'listing', 'WrongState', { state: cycle.status });
  allow(cycle.listId === listId, 'StaleVersion');
  const list = await ctx.store.get(keys.list(listId));
  allow(list.status === 'drafted', 'WrongState', { state: list.status });
  const personId = personIdOf(ctx.actor) ?? '';
  allow(list.draftedBy !== personId, 'ActedAlready');
  const back = { ...list, status: 'sent-back' as const, sentBack: { personId, at: ctx.clock.now(), reason } };
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'list.sent-back',
    cycleId,
    details: { listId, total: list.total },
    writes: [save(proposedLists, back), unchanged(keys.cycle(cycleId), cycle.version)],
    answer: back,
  });
}
