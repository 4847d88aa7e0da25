import * as z from 'zod';
import type { Cycle } from '#domain/cycles';
import { type Dossier, mayBeTold } from '#domain/dossier/record';
import { keys, lists } from '#store/keys';
import type { Context } from '../context.ts';
import { each } from '../each.ts';
import { parse } from '../require.ts';

export const ListPublishedInput = z.strictObject({});

/** A cycle of which a dossier is published; how many there are, and when the last one was published. */
export const PublishedCycle = z.object({
  cycleId: z.string(),
  title: z.string(),
  year: z.int(),
  issuer: z.string(),
  dossiers: z.int(),
  publishedAt: z.string(),
});
export type PublishedCycle = z.infer<typeof PublishedCycle>;

async function publishedOf(ctx: Pick<Context, 'store'>, cycle: Cycle): Promise<PublishedCycle[]> {
  const all = await ctx.store.all<Dossier>(keys.dossier(cycle.cycleId, 0).pk);
  const instants = all.flatMap(({ publishedAt }) => publishedAt ?? []).toSorted();
  const publishedAt = instants.at(-1);
  if (publishedAt === undefined) return [];
  const { cycleId, title, year, issuer } = cycle;
  return [{ cycleId, title, year, issuer, dossiers: instants.length, publishedAt }];
}

/** The cycles whose selection anybody can recompute, newest first; of the others nothing is told. */
export async function listPublishedCycles(
  ctx: Context,
  input: z.input<typeof ListPublishedInput>,
): Promise<{ items: PublishedCycle[] }> {
  parse(ListPublishedInput, input);
  const cycles = await ctx.store.indexed<Cycle>({ index: 'lists', pk: lists.cycles() });
  const found = await each(cycles.filter(mayBeTold).toReversed(), (cycle) => publishedOf(ctx, cycle));
  return { items: found.flat() };
}
