import type { Application } from '#domain/applications';
import { blindNumber } from '#domain/blind-number';
import { type Cycle, categoryOf } from '#domain/cycles';
import { barsFromCycle, coversCategory } from '#domain/experts';
import { holds, personIdOf } from '#domain/people';
import type { Reviewer } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { membersOf } from '../cycles/members.ts';
import { allow } from '../require.ts';
import { barriersOf } from '../reviewers/barriers.ts';

/** An application by the number under which reviewers know it before the draw. */
export type Numbered = { readonly number: string; readonly applicationId: string };

/** What a review may still come of. */
const biddable = ['accepted', 'self-assessing', 'self-assessed', 'supplementing'] as const;

export type Bidding = { readonly cycle: Versioned<Cycle>; readonly reviewer: Reviewer };

/**
 * The reviewer who asks and the cycle, while wishes are taken: after the window and before the draw, of those who may
 * be drawn. An invitation need not be answered yet.
 * @throws AwardError `NotAllowed`, `WrongState`.
 */
export async function biddingOf(ctx: Context, cycleId: string): Promise<Bidding> {
  allow(holds(ctx.actor, 'reviewer') && !holds(ctx.actor, 'office'));
  const reviewerId = personIdOf(ctx.actor) ?? '';
  const [cycle, reviewer, invitation] = await Promise.all([
    ctx.store.get(keys.cycle(cycleId)),
    ctx.store.get(keys.reviewer(reviewerId)),
    ctx.store.find(keys.invitation(cycleId, reviewerId)),
  ]);
  allow(cycle.status === 'assessing', 'WrongState', { state: cycle.status });
  const bars = barsFromCycle(reviewer, invitation, cycle).filter(({ code }) => code !== 'NotAnswered');
  allow(bars.length === 0);
  return { cycle, reviewer };
}

/** All applications on which the reviewer could bid by their category, in the order of their numbers, which tells nothing. */
export async function numberedFor(ctx: Context, { cycle, reviewer }: Bidding): Promise<Numbered[]> {
  const { cycleId } = cycle;
  return (await membersOf(ctx, cycleId))
    .filter(({ categoryId }) => (categoryOf(cycle, categoryId)?.preferencePercent ?? 0) > 0)
    .filter(({ categoryId }) => coversCategory(reviewer, categoryId))
    .map(({ applicationId }) => ({ applicationId, number: blindNumber(cycleId, applicationId) }))
    .toSorted((left, right) => (left.number < right.number ? -1 : 1));
}

/** Those of some applications that are offered: on their way to the review, and without anything that forbids the pair. */
export async function offeredOf(
  ctx: Context,
  { cycle, reviewer }: Bidding,
  some: readonly Numbered[],
): Promise<(Application & Numbered)[]> {
  const applications = await ctx.store.getMany(some.map(({ applicationId }) => keys.application(applicationId)));
  const barriers = await barriersOf(ctx, cycle, applications, [reviewer]);
  const numberOf = new Map(some.map(({ applicationId, number }) => [applicationId, number]));
  return applications
    .filter(({ status }) => biddable.some((each) => each === status))
    .filter((application) => !barriers.isBarred(application, reviewer.reviewerId))
    .map((application) => ({ ...application, number: numberOf.get(application.applicationId) ?? '' }));
}
