import * as z from 'zod';
import { holds } from '#domain/people';
import { lists } from '#store/keys';
import type { StoredEvent } from '#store/records';
import type { Context } from '../context.ts';
import { paging } from '../paging.ts';
import { allow, parse } from '../require.ts';
import { bareEvent, ownCaseIn, type ShownEvent, shownEvent } from './shown.ts';

export const AuditDayInput = z.strictObject({ day: z.iso.date(), ...paging });

/** Everything that was done on one day, over all chains, in its order; but for one's own cases. */
export async function auditDay(
  ctx: Context,
  input: z.input<typeof AuditDayInput>,
): Promise<{ items: ShownEvent[]; cursor?: string }> {
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor'));
  const { day, limit, cursor } = parse(AuditDayInput, input);
  const page = await ctx.store.page<StoredEvent>({
    index: 'lists',
    partitions: lists.auditShards(day),
    limit,
    cursor,
  });
  const isOwn = await ownCaseIn(ctx);
  const items = page.items.map(bareEvent).filter((event) => !isOwn(event));
  return { ...page, items: items.map(shownEvent) };
}
