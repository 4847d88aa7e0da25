import * as z from 'zod';
import { isConflicted, maySeeScores, oversees } from '#domain/policies';
import { isRoundClosed, type SiteSheet, type SiteTeam } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const GetSiteTeamInput = z.strictObject({ applicationId: z.string() });

export type TeamView = { readonly team: Versioned<SiteTeam>; readonly sheets: readonly Versioned<SiteSheet>[] };

/** What is known of a sheet before the scores are: that it is owed or in, not what it says. */
function withoutScore(sheet: Versioned<SiteSheet>): Versioned<SiteSheet> {
  const { score: _score, corrections: _corrections, ...rest } = sheet;
  return { ...rest, comment: '' };
}

/** A site team and its sheets; what they say only for those who may see scores, when they may. */
export async function getSiteTeam(ctx: Context, input: z.input<typeof GetSiteTeamInput>): Promise<TeamView> {
  const { applicationId } = parse(GetSiteTeamInput, input);
  allow(oversees(ctx.actor));
  const application = await ctx.store.get(keys.application(applicationId));
  allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  const { cycleId } = application;
  const { pk, sk } = keys.siteSheet(cycleId, applicationId, '');
  const [team, cycle, sheets] = await Promise.all([
    ctx.store.get(keys.siteTeam(cycleId, applicationId)),
    ctx.store.get(keys.cycle(cycleId)),
    ctx.store.all<SiteSheet>(pk, sk),
  ]);
  const sees = maySeeScores(ctx.actor, isRoundClosed(cycle));
  return { team, sheets: sees ? sheets : sheets.map(withoutScore) };
}
