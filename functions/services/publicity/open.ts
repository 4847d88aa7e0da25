import * as z from 'zod';
import { utcOf } from '#domain/instants';
import { type Publicity, publicityTransitions } from '#domain/publicity';
import { next } from '#domain/transitions';
import { publicities } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { listedRows } from '../lists/rows.ts';
import { parse } from '../require.ts';
import { windowFromNow } from './window.ts';

export const PublicityInput = z.strictObject({ publicityId: z.string() });

async function published(ctx: Context, publicityId: string): Promise<Publicity> {
  const publicity = await ctx.store.get(keys.publicity(publicityId));
  if (publicity.publishedAt) return publicity;
  const status = next(publicityTransitions, 'open', publicity.status);
  const { publicity: rule } = await ctx.store.get(keys.cycle(publicity.cycleId));
  const window = await windowFromNow(ctx, rule);
  const open = { ...publicity, ...window, status, publishedAt: ctx.clock.now() };
  return commit(ctx, {
    chain: `cycle/${publicity.cycleId}`,
    action: 'publicity.opened',
    cycleId: publicity.cycleId,
    details: { publicityId, total: publicity.total, ...window },
    writes: [save(publicities, open)],
    answer: open,
  });
}

/** Publishes a checked notice and fixes its window from this moment; done again, it finds it published. */
export async function openPublicity(
  ctx: Context,
  input: z.input<typeof PublicityInput>,
): Promise<{ itemsKey: string; endsAt: string }> {
  const { publicityId } = parse(PublicityInput, input);
  const publicity = await anew(() => published(ctx, publicityId));
  const items = (await listedRows(ctx, publicity.listId)).map(({ applicationId }) => ({ applicationId }));
  const itemsKey = `work/${publicity.cycleId}/publicize-${publicityId}.json`;
  await ctx.bucket.putText(itemsKey, JSON.stringify(items), 'application/json');
  return { itemsKey, endsAt: utcOf(publicity.endsAt ?? ctx.clock.now()) };
}
