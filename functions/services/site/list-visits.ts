import * as z from 'zod';
import { holds, personIdOf } from '#domain/people';
import type { SiteSheet } from '#domain/reviews';
import { keys, lists } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { isVisitor } from './held.ts';

export const ListVisitsInput = z.strictObject({ cycleId: z.string().optional() });

/**
 * Where a reviewer is asked to go and what they handed in, read anew behind the index. A visit is never blind: whoever
 * stands at the door knows whose it is.
 */
export async function listVisits(
  ctx: Context,
  input: z.input<typeof ListVisitsInput>,
): Promise<{ items: Versioned<SiteSheet>[] }> {
  allow(holds(ctx.actor, 'reviewer'));
  const { cycleId } = parse(ListVisitsInput, input);
  const listed = await ctx.store.indexed<SiteSheet>({
    index: 'lists',
    pk: lists.siteQueue(personIdOf(ctx.actor) ?? ''),
    ...(cycleId && { prefix: `${cycleId}#` }),
  });
  const own = await ctx.store.getMany(
    listed.map((sheet) => keys.siteSheet(sheet.cycleId, sheet.applicationId, sheet.reviewerId)),
  );
  return { items: own.filter((sheet) => sheet.status !== 'withdrawn' && isVisitor(ctx.actor, sheet)) };
}
