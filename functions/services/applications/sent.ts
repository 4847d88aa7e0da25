import { type Application, isSent } from '#domain/applications';
import { categoryOf } from '#domain/cycles';
import { AwardError } from '#domain/errors';
import { refuseTooManySent } from '#domain/quotas';
import { quotaPlanOf, seatsOf } from '#domain/results';
import { sents } from '#store/entities';
import { keys } from '#store/keys';
import { create, save, type Write } from '#store/writes';
import type { Context } from '../context.ts';
import { applicationsOf } from '../cycles/members.ts';

/** How many of a pool of seats stand as sent, each application read. */
async function counted(ctx: Context, cycleId: string, categoryId: string, inPool: (of: Application) => boolean) {
  const all = await applicationsOf(ctx, cycleId, [categoryId]);
  return all.filter((application) => isSent(application) && inPool(application)).length;
}

const stale = (): Error => new AwardError('StaleVersion');

/**
 * 等额: counts an application that is being recommended, on condition that nobody else counted meanwhile. The count
 * only rises; where it reaches the seats, those who left the process are found and taken off.
 * @throws AwardError `QuotaExceeded`, naming the recommender whose seats are used up.
 */
export async function countedAsSent(ctx: Context, application: Application): Promise<Write[]> {
  const { cycleId, categoryId } = application;
  const category = categoryOf(await ctx.store.get(keys.cycle(cycleId)), categoryId);
  if (category?.quota.mode !== 'equal') return [];
  const recommender = seatsOf(category, application.recommender);
  const seats = quotaPlanOf(category).cells.find((cell) => cell.recommender === recommender)?.seats ?? 0;
  const before = await ctx.store.find(keys.sent(cycleId, categoryId, recommender));
  const inPool = (other: Application) => seatsOf(category, other.recommender) === recommender;
  const isKnown = before !== undefined && before.sent < seats;
  const sent = 1 + (isKnown ? before.sent : await counted(ctx, cycleId, categoryId, inPool));
  refuseTooManySent([{ recommender, sent, seats }]);
  return [before ? save(sents, { ...before, sent }) : create(sents, { cycleId, categoryId, recommender, sent }, stale)];
}
