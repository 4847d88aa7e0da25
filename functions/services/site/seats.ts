import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import type { Reviewer, SiteSheet, SiteTeam } from '#domain/reviews';
import { siteSheets, siteTeams } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create, save, type Write } from '#store/writes';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';
import { nextInLine } from '../reviews/seats.ts';

/** The writes that ask a reviewer to visit an applicant. */
export const asked = (application: Application, reviewerId: string): Write =>
  create(siteSheets, {
    cycleId: application.cycleId,
    applicationId: application.applicationId,
    organizationName: application.organizationName,
    reviewerId,
    status: 'asked',
    comment: '',
  });

/** How many applicants each reviewer visits in a cycle; who is not in it visits none yet. */
export async function visitsOf(ctx: Pick<Context, 'store'>, cycleId: string): Promise<ReadonlyMap<string, number>> {
  const sheets = await ctx.store.all<SiteSheet>(keys.siteSheet(cycleId, '', '').pk);
  const visits = new Map<string, number>();
  for (const { reviewerId, status } of sheets) {
    if (status !== 'withdrawn') visits.set(reviewerId, (visits.get(reviewerId) ?? 0) + 1);
  }
  return visits;
}

type Leaving = {
  readonly application: Application;
  readonly cycle: Cycle;
  /** The visitor who leaves; their sheet must still be asked for, for what was handed in stays. */
  readonly reviewerId: string;
  /** Whom the office wants instead; by default whoever the rule of replacement names. */
  readonly wanted?: Reviewer;
  /** Why they leave, kept with their sheet. */
  readonly reason?: string;
  /** Refused with `WrongState` when their sheet is in another state. */
  readonly onlyIf?: SiteSheet['status'];
};

export type SiteChange = {
  readonly team: SiteTeam;
  /** Nobody: the team is one short until the office finds somebody. */
  readonly replacement: Reviewer | undefined;
  /** The changed team, the sheet that is withdrawn and the one that is asked for; to be committed by the caller. */
  readonly writes: readonly Write[];
};

/**
 * Takes a visitor off a site team and seats the next by the rule of replacement: nobody of the documents panel, nobody
 * who left either, group rules and conflicts respected. Everything is read anew, so call it inside of `anew`.
 */
export async function replaceSiteMember(ctx: Context, leaving: Leaving): Promise<SiteChange> {
  const { application, cycle, reviewerId, wanted, reason, onlyIf } = leaving;
  const { applicationId, cycleId } = application;
  const team: Versioned<SiteTeam> = await ctx.store.get(keys.siteTeam(cycleId, applicationId));
  const sheet = await ctx.store.get(keys.siteSheet(cycleId, applicationId, reviewerId));
  if (onlyIf) allow(sheet.status === onlyIf, 'WrongState', { state: sheet.status });
  const stay = team.members.filter((id) => id !== reviewerId);
  const former = [...new Set([...team.former, reviewerId])];
  const visits = await visitsOf(ctx, cycleId);
  const vacancy = { size: team.size, sitting: stay, loads: visits };
  const replacement = wanted ?? (await nextInLine(ctx, { application, cycle }, vacancy, [reviewerId]));
  const changed = { ...team, members: replacement ? [...stay, replacement.reviewerId] : stay, former };
  return {
    team: changed,
    replacement,
    writes: [
      save(siteTeams, changed),
      save(siteSheets, { ...sheet, status: 'withdrawn', ...(reason && { reason }) }),
      ...(replacement ? [asked(application, replacement.reviewerId)] : []),
    ],
  };
}

/** Fills a seat of a site team that fell vacant. @throws AwardError `WrongState` where none is. */
export async function fillSiteSeat(
  ctx: Context,
  of: Pick<Leaving, 'application' | 'cycle' | 'wanted'>,
): Promise<SiteChange> {
  const { application, cycle, wanted } = of;
  const { applicationId, cycleId } = application;
  const team = await ctx.store.get(keys.siteTeam(cycleId, applicationId));
  allow(team.members.length < team.size, 'WrongState', { state: 'complete' });
  const vacancy = { size: team.size, sitting: team.members, loads: await visitsOf(ctx, cycleId) };
  const replacement = wanted ?? (await nextInLine(ctx, { application, cycle }, vacancy));
  const changed = { ...team, members: replacement ? [...team.members, replacement.reviewerId] : team.members };
  return {
    team: changed,
    replacement,
    writes: [save(siteTeams, changed), ...(replacement ? [asked(application, replacement.reviewerId)] : [])],
  };
}
