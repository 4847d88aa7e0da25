import * as z from 'zod';
import { stands, Veto } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import { requireRankingVisible } from './get.ts';

export const ListVetoedInput = z.strictObject({ cycleId: z.string() });

/** Whom a veto meets and since when; its ground and source stay with those who enter and supervise it. */
export const Vetoed = Veto.pick({ applicationId: true, at: true });
type Vetoed = z.infer<typeof Vetoed>;

/** Whom a veto meets now, of a whole cycle: since its result was frozen one may have come, or been withdrawn. */
export async function listVetoed(
  ctx: Context,
  input: z.input<typeof ListVetoedInput>,
): Promise<{ items: readonly Vetoed[] }> {
  const { cycleId } = parse(ListVetoedInput, input);
  await requireRankingVisible(ctx, await ctx.store.get(keys.cycle(cycleId)));
  const vetoes = await ctx.store.all<Veto>(keys.veto(cycleId, '', '').pk);
  return { items: vetoes.filter(stands).map(({ applicationId, at }) => ({ applicationId, at })) };
}
