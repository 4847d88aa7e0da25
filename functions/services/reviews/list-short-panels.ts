import * as z from 'zod';
import { holds } from '#domain/people';
import type { Panel } from '#domain/reviews';
import { lists } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const ListShortPanelsInput = z.strictObject({ cycleId: z.string() });

/** Panels with a seat that nobody could take: the office must make them good before the round can close. */
export async function listShortPanels(
  ctx: Context,
  input: z.input<typeof ListShortPanelsInput>,
): Promise<{ items: Versioned<Panel>[] }> {
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor'));
  const { cycleId } = parse(ListShortPanelsInput, input);
  return { items: await ctx.store.indexed<Panel>({ index: 'lists', pk: lists.shortPanels(cycleId) }) };
}
