import type { Application } from '#domain/applications';
import { type Conflict, conflictsOf, speaksForReviewed } from '#domain/conflicts';
import type { Cycle } from '#domain/cycles';
import { AwardError } from '#domain/errors';
import type { Reviewer } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';

/** Everybody in the pool, read consistently. */
export const poolOf = (ctx: Pick<Context, 'store'>): Promise<Versioned<Reviewer>[]> =>
  ctx.store.all<Reviewer>(keys.reviewer('').pk);

/** Whether the pool would give this reviewer an application of the category at all. */
export const reviews = (reviewer: Reviewer, categoryId: string): boolean =>
  reviewer.available && (reviewer.categoryIds.length === 0 || reviewer.categoryIds.includes(categoryId));

/** Why the reviewer must not review the application; everything is read consistently, as of now. */
export async function conflictsNow(
  ctx: Pick<Context, 'store'>,
  reviewer: Reviewer,
  application: Application,
  cycle: Pick<Cycle, 'avoidSameArea'>,
): Promise<Conflict[]> {
  const [organization, person] = await Promise.all([
    ctx.store.get(keys.organization(application.organizationId)),
    ctx.store.find(keys.person(reviewer.reviewerId)),
  ]);
  return [
    ...conflictsOf(
      reviewer,
      { ...application, ...(organization.creditCode && { creditCode: organization.creditCode }) },
      cycle,
    ),
    ...(person && speaksForReviewed(person, application.organizationId)
      ? [{ source: 'same-organization' as const, why: 'speaks for it' }]
      : []),
  ];
}

/** @throws AwardError `ConflictOfInterest` when there is any reason to recuse. */
export async function requireNoConflict(
  ctx: Pick<Context, 'store'>,
  reviewerId: string,
  application: Application,
  cycle: Pick<Cycle, 'avoidSameArea'>,
): Promise<void> {
  const reviewer = await ctx.store.get(keys.reviewer(reviewerId));
  const conflicts = await conflictsNow(ctx, reviewer, application, cycle);
  if (conflicts.length > 0) throw new AwardError('ConflictOfInterest');
}
