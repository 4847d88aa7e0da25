import type { Application } from '#domain/applications';
import { conflictInWords } from '#domain/conflict-words';
import type { Conflict } from '#domain/conflicts';
import type { Cycle } from '#domain/cycles';
import { AwardError } from '#domain/errors';
import { barsFromCycle, coversCategory, loadLimit } from '#domain/experts';
import type { Invitation } from '#domain/invitations';
import { personIdOf } from '#domain/people';
import { oversees } from '#domain/policies';
import type { Preference } from '#domain/preferences';
import type { Reviewer } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { barriersOf } from './barriers.ts';

type Reading = Pick<Context, 'store'>;

/** Everybody in the office's pool, read consistently. */
export const wholePool = ({ store }: Reading): Promise<Versioned<Reviewer>[]> =>
  store.all<Reviewer>(keys.reviewer('').pk);

/** The invitations of a cycle by reviewer. */
export const invitationsOf = async (
  { store }: Reading,
  cycleId: string,
): Promise<ReadonlyMap<string, Versioned<Invitation>>> => {
  const all = await store.all<Invitation>(keys.invitation(cycleId, '').pk);
  return new Map(all.map((invitation) => [invitation.reviewerId, invitation]));
};

/** What the reviewers of a cycle wish, by reviewer. */
export const preferencesOf = async ({ store }: Reading, cycleId: string): Promise<ReadonlyMap<string, Preference>> => {
  const all = await store.all<Preference>(keys.preference(cycleId, '').pk);
  return new Map(all.map((preference) => [preference.reviewerId, preference]));
};

/**
 * Whom a cycle draws from: who is available to its end, did not decline, and was invited and accepted where the cycle
 * asks for that; each with the load that binds in this cycle.
 */
export async function poolOf(ctx: Reading, cycle: Cycle): Promise<Versioned<Reviewer>[]> {
  const [pool, invitations] = await Promise.all([wholePool(ctx), invitationsOf(ctx, cycle.cycleId)]);
  return pool
    .filter((each) => barsFromCycle(each, invitations.get(each.reviewerId), cycle).length === 0)
    .map((each) => ({ ...each, maximumLoad: loadLimit(each, invitations.get(each.reviewerId)) }));
}

/** Whether the pool would give this reviewer an application of the category at all. */
export const reviews = (reviewer: Reviewer, categoryId: string): boolean =>
  reviewer.available && coversCategory(reviewer, categoryId);

/** Why the reviewer must not review the application; everything is read consistently, as of now. */
export async function conflictsNow(
  ctx: Reading,
  reviewer: Reviewer,
  application: Application,
  cycle: Cycle,
): Promise<readonly Conflict[]> {
  const { barred } = await barriersOf(ctx, cycle, [application], [reviewer]);
  return barred(application).get(reviewer.reviewerId) ?? [];
}

/**
 * Refuses whoever must not review the application. The office is told each reason; the reviewer is not, for one may be
 * the applicant's.
 * @throws AwardError `ConflictOfInterest` when there is any reason to recuse.
 */
export async function requireNoConflict(
  ctx: Pick<Context, 'store' | 'actor'>,
  reviewerId: string,
  application: Application,
  cycle: Cycle,
): Promise<void> {
  const reviewer = await ctx.store.get(keys.reviewer(reviewerId));
  const conflicts = await conflictsNow(ctx, reviewer, application, cycle);
  if (conflicts.length === 0) return;
  const mayKnow = oversees(ctx.actor) && personIdOf(ctx.actor) !== reviewerId;
  throw new AwardError('ConflictOfInterest', {
    fields: mayKnow
      ? conflicts.map((conflict) => ({ path: 'reviewerId', code: conflict.source, ...conflictInWords(conflict) }))
      : [],
  });
}
