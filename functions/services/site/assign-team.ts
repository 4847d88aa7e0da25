import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import type { Panel, Reviewer, SiteTeam } from '#domain/reviews';
import { siteTeams } from '#store/entities';
import { keys } from '#store/keys';
import { create, unchanged } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';
import { conflictsNow, poolOf } from '../reviewers/pool.ts';
import { requireOpenRound } from '../reviews/held.ts';
import { nextInLine } from '../reviews/seats.ts';
import { isVisited } from './held.ts';
import { asked, visitsOf } from './seats.ts';

export type TeamItem = {
  readonly cycleId: string;
  readonly applicationId: string;
  /** As drawn. */
  readonly reviewerIds: readonly string[];
};

type Case = { readonly application: Application; readonly cycle: Cycle; readonly panel: Panel };

/** Who was drawn and still may visit; everybody else is replaced by the rule of replacement, as on a panel. */
async function visiting(
  ctx: Context,
  { application, cycle, panel }: Case,
  drawn: readonly string[],
): Promise<{ members: Reviewer[]; former: string[] }> {
  const pool = (await poolOf(ctx, cycle)).filter(({ reviewerId }) => drawn.includes(reviewerId));
  const conflicts = await Promise.all(pool.map((reviewer) => conflictsNow(ctx, reviewer, application, cycle)));
  const onPanel = new Set([...panel.members, ...panel.former]);
  const members: Reviewer[] = pool.filter(
    ({ reviewerId }, at) => conflicts[at]?.length === 0 && !onPanel.has(reviewerId),
  );
  const former = drawn.filter((id) => !members.some(({ reviewerId }) => reviewerId === id));
  const loads = former.length > 0 ? await visitsOf(ctx, cycle.cycleId) : new Map<string, number>();
  for (const _ of former) {
    const sitting = members.map(({ reviewerId }) => reviewerId);
    const next = await nextInLine(ctx, { application, cycle }, { size: drawn.length, sitting, loads }, former);
    if (next) members.push(next);
  }
  return { members, former };
}

/**
 * Gives an application the site team that was drawn for it, and asks each visitor for a sheet. Runs at least once:
 * what has its team, or was withdrawn, is passed over.
 */
export async function assignSiteTeam(ctx: Context, item: TeamItem): Promise<SiteTeam | undefined> {
  allow(ctx.actor.kind === 'system');
  const { cycleId, applicationId, reviewerIds } = item;
  return anew(async () => {
    const before = await ctx.store.find(keys.siteTeam(cycleId, applicationId));
    if (before) return before;
    const [application, cycle, panel] = await Promise.all([
      ctx.store.get(keys.application(applicationId)),
      ctx.store.get(keys.cycle(cycleId)),
      ctx.store.get(keys.panel(applicationId)),
    ]);
    requireOpenRound(cycle);
    if (!isVisited(application)) return undefined;
    const { members, former } = await visiting(ctx, { application, cycle, panel }, reviewerIds);
    const visitorIds = members.map(({ reviewerId }) => reviewerId);
    const team: SiteTeam = { cycleId, applicationId, size: reviewerIds.length, members: visitorIds, former };
    return commit(ctx, {
      chain: `application/${applicationId}`,
      action: 'site-team.assigned',
      cycleId,
      details: { applicationId, visitorIds, size: team.size, replaced: former.length },
      writes: [
        create(siteTeams, team),
        ...visitorIds.map((id) => asked(application, id)),
        // Whoever takes a seat on the panel in this moment must not be among the visitors.
        unchanged(keys.panel(applicationId), panel.version),
        unchanged(keys.application(applicationId), application.version),
        unchanged(keys.cycle(cycleId), cycle.version),
      ],
      answer: team,
    });
  });
}
