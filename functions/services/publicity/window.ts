import { addWorkingDays, deadlineAfterWorkingDays, type PublicityWindow, publicityWindow } from '#domain/calendar';
import type { Cycle } from '#domain/cycles';
import { dateInShanghai, endOfDay } from '#domain/dates';
import { AwardError } from '#domain/errors';
import { type Instant, instantOf, millisOf } from '#domain/instants';
import type { Context } from '../context.ts';
import { officialCalendar } from '../reference.ts';

/**
 * The window of a notice published now, and until when letters posted in it still arrive.
 * @throws AwardError `CalendarNotLoaded` when either touches a year whose official table is not loaded.
 */
export async function windowFromNow(
  ctx: Context,
  rule: Cycle['publicity'],
): Promise<PublicityWindow & { readonly graceUntil: Instant }> {
  const calendar = await officialCalendar(ctx);
  const { mailGrace, ...term } = rule;
  const window = publicityWindow({ ...term, publishedOn: dateInShanghai(ctx.clock.now()) }, calendar);
  return { ...window, graceUntil: endOfDay(addWorkingDays(window.lastDay, mailGrace, calendar)) };
}

const DAY = 86_400_000;

/**
 * A deadline of the office in working days from now. In the last days of a year whose successor is not loaded it counts
 * every day instead: an objection is not refused because a table is missing, and the office only has less time.
 */
export async function officeDeadline(ctx: Context, days: number): Promise<Instant> {
  const now = ctx.clock.now();
  try {
    return deadlineAfterWorkingDays(now, days, await officialCalendar(ctx));
  } catch (error) {
    if (!(error instanceof AwardError && error.code === 'CalendarNotLoaded')) throw error;
    return instantOf(millisOf(now) + days * DAY);
  }
}
