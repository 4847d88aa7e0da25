import * as z from 'zod';
import { AwardError } from '#domain/errors';
import { noticeCounts, offeredNotice } from '#domain/notice';
import { oversees } from '#domain/policies';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { categoriesOf } from '../reference.ts';
import { allow, parse } from '../require.ts';
import { windowFromNow } from './window.ts';

export const OfferNoticeInput = z.strictObject({ cycleId: z.string() });

/** The text that the drafter of a notice begins with, out of the cycle and its list. */
export async function offerNotice(
  ctx: Context,
  input: z.input<typeof OfferNoticeInput>,
): Promise<ReturnType<typeof offeredNotice>> {
  allow(oversees(ctx.actor));
  const { cycleId } = parse(OfferNoticeInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  if (!cycle.listId) throw new AwardError('NotFound');
  const { countsByCategory } = await ctx.store.get(keys.list(cycle.listId));
  const kind = cycle.status === 'listing' ? 'initial' : 'supplementary';
  return offeredNotice(cycle, kind, noticeCounts(countsByCategory, await categoriesOf(ctx)));
}

export const NoticeWindow = z.object({ firstDay: z.string(), lastDay: z.string() });

/**
 * The window that a notice of the cycle has if it is published today.
 * @throws AwardError `CalendarNotLoaded`.
 */
export async function noticeWindow(
  ctx: Context,
  input: z.input<typeof OfferNoticeInput>,
): Promise<z.infer<typeof NoticeWindow>> {
  allow(oversees(ctx.actor));
  const { cycleId } = parse(OfferNoticeInput, input);
  const { publicity } = await ctx.store.get(keys.cycle(cycleId));
  const { firstDay, lastDay } = await windowFromNow(ctx, publicity);
  return { firstDay, lastDay };
}
