import * as z from 'zod';
import { personIdOf } from '#domain/people';
import { mayDraft } from '#domain/policies';
import { NoticeText, type Publicity } from '#domain/publicity';
import { publicities } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { allow, parse } from '../require.ts';

export const UpdatePublicityInput = z.strictObject({ publicityId: z.string(), version: z.int(), notice: NoticeText });

/** Rewords a notice that is not checked yet, which answers whoever sent it back. Whoever did so does not check it. */
export async function updatePublicity(ctx: Context, input: z.input<typeof UpdatePublicityInput>): Promise<Publicity> {
  allow(mayDraft(ctx.actor));
  const { publicityId, version, notice } = parse(UpdatePublicityInput, input);
  const publicity = await ctx.store.get(keys.publicity(publicityId));
  await requireNoStake(ctx, publicity);
  allow(publicity.version === version, 'StaleVersion');
  allow(publicity.status === 'drafted', 'WrongState', { state: publicity.status });
  const editors = new Set([...publicity.editedBy, personIdOf(ctx.actor) ?? '']);
  const { sentBack: _, ...rest } = publicity;
  const changed = { ...rest, notice, editedBy: [...editors] };
  return commit(ctx, {
    chain: `cycle/${publicity.cycleId}`,
    action: 'publicity.reworded',
    cycleId: publicity.cycleId,
    details: { publicityId },
    writes: [save(publicities, changed)],
    answer: { ...changed, version: version + 1 },
  });
}
