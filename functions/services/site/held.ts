import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { type Actor, holds, personIdOf } from '#domain/people';
import type { SiteSheet } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';
import { requireNoConflict } from '../reviewers/pool.ts';
import { requireOpenRound } from '../reviews/held.ts';

export type Visit = {
  readonly sheet: Versioned<SiteSheet>;
  readonly application: Versioned<Application>;
  readonly cycle: Versioned<Cycle>;
};

/** A visitor scores only where they were asked to; the office never scores, whatever other role its people hold. */
export const isVisitor = (actor: Actor, { reviewerId }: Pick<SiteSheet, 'reviewerId'>): boolean =>
  holds(actor, 'reviewer') && !holds(actor, 'office') && personIdOf(actor) === reviewerId;

/** The chain of a visitor's sheet: its own, so that visitors do not wait for one another. */
export const visitChain = ({ applicationId, reviewerId }: SiteSheet): string => `site/${applicationId}/${reviewerId}`;

/**
 * The visitor's own sheet with its case, while the round is open.
 * @throws AwardError `NotAllowed` for whoever was not asked, `WrongState`.
 */
export async function ownVisit(ctx: Context, applicationId: string): Promise<Visit> {
  const reviewerId = personIdOf(ctx.actor) ?? '';
  const application = await ctx.store.get(keys.application(applicationId));
  const { cycleId } = application;
  const sheet = await ctx.store.find(keys.siteSheet(cycleId, applicationId, reviewerId));
  allow(sheet !== undefined && isVisitor(ctx.actor, sheet));
  allow(sheet.status !== 'withdrawn', 'WrongState', { state: sheet.status });
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  requireOpenRound(cycle);
  return { sheet, application, cycle };
}

/** An application that a site team visits. */
export const isVisited = ({ status }: Pick<Application, 'status'>): boolean =>
  status === 'under-review' || status === 'scored';

/** The same, where nothing forbids them to score. @throws AwardError `ConflictOfInterest` too. */
export async function scoringVisit(ctx: Context, applicationId: string): Promise<Visit> {
  const visit = await ownVisit(ctx, applicationId);
  const { sheet, application, cycle } = visit;
  allow(isVisited(application), 'WrongState', { state: application.status });
  await requireNoConflict(ctx, sheet.reviewerId, application, cycle);
  return visit;
}
