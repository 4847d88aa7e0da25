import * as z from 'zod';
import { personIdOf } from '#domain/people';
import { mayCheck } from '#domain/policies';
import { type Publicity, publicityTransitions } from '#domain/publicity';
import { next } from '#domain/transitions';
import { proposedLists, publicities } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { allow, parse } from '../require.ts';

/** The version that was looked at: a text that changed meanwhile is not let through by mistake. */
export const CheckPublicityInput = z.strictObject({ publicityId: z.string(), version: z.int() });

/** Another officer checks the notice; then the workflow publishes it. */
export async function checkPublicity(ctx: Context, input: z.input<typeof CheckPublicityInput>): Promise<Publicity> {
  allow(mayCheck(ctx.actor));
  const { publicityId, version } = parse(CheckPublicityInput, input);
  const publicity = await ctx.store.get(keys.publicity(publicityId));
  await requireNoStake(ctx, publicity);
  allow(publicity.version === version, 'StaleVersion');
  allow(publicity.sentBack === undefined, 'WrongState', { state: 'sent-back' });
  const checkedBy = personIdOf(ctx.actor) ?? '';
  allow(![publicity.draftedBy, ...publicity.editedBy].includes(checkedBy), 'ActedAlready');
  const status = next(publicityTransitions, 'check', publicity.status);
  const checked: Publicity = { ...publicity, status, checkedBy };
  const list = await ctx.store.get(keys.list(publicity.listId));
  return commit(ctx, {
    chain: `cycle/${publicity.cycleId}`,
    action: 'publicity.checked',
    cycleId: publicity.cycleId,
    details: { publicityId },
    writes: [
      save(publicities, { ...checked, version }),
      // The list of a supplementary publicity is checked together with its notice.
      ...(list.status === 'drafted' ? [save(proposedLists, { ...list, status: 'checked', checkedBy })] : []),
    ],
    decides: [{ kind: 'notice-check', subjectId: publicityId, outcome: { decision: 'checked' } }],
    answer: { ...checked, version: version + 1 },
  });
}
