import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import type { DrawAim } from '#domain/draws';
import type { Assignment, Panel, SiteTeam } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { applicationsOf } from '../cycles/members.ts';
import { allow } from '../require.ts';
import { assignmentIdOf } from '../reviews/seats.ts';
import { pinsOf } from './cases.ts';
import { drawInputs } from './inputs.ts';
import { type DrawCase, problemOf } from './problem.ts';
import type { Trial } from './trial.ts';

/** Whether a place on a panel may still be given to somebody else: nobody has begun, and no arbiter was called. */
export const isFree = ({ status, role }: Pick<Assignment, 'status' | 'role'>): boolean =>
  status === 'pending' && role !== 'arbiter';

export type Seated = {
  readonly applications: readonly Application[];
  readonly panels: ReadonlyMap<string, Panel>;
};

/**
 * The applications of a cycle that have a panel.
 * @throws AwardError `WrongState` while panels are still being handed out.
 */
export async function seatedOf(ctx: Pick<Context, 'store'>, cycleId: string): Promise<Seated> {
  const all = await applicationsOf(ctx, cycleId);
  allow(!all.some(({ status }) => status === 'self-assessed'), 'WrongState', { state: 'self-assessed' });
  const reviewed = all.filter(({ status }) => status === 'under-review' || status === 'scored');
  const panels = await ctx.store.getMany(reviewed.map(({ applicationId }) => keys.panel(applicationId)));
  const byId = new Map(panels.map((panel) => [panel.applicationId, panel]));
  return { applications: reviewed.filter(({ applicationId }) => byId.has(applicationId)), panels: byId };
}

export const siteTeamsOf = async (
  ctx: Pick<Context, 'store'>,
  cycleId: string,
): Promise<ReadonlyMap<string, SiteTeam>> => {
  const teams = await ctx.store.all<SiteTeam>(keys.siteTeam(cycleId, '').pk);
  return new Map(teams.map((team) => [team.applicationId, team]));
};

/** Who on the panels has begun, by application. */
async function begunOn(ctx: Pick<Context, 'store'>, { panels }: Seated): Promise<ReadonlyMap<string, string[]>> {
  const places = [...panels.values()].flatMap(({ applicationId, members }) =>
    members.map((reviewerId) => keys.assignment(applicationId, assignmentIdOf(applicationId, reviewerId))),
  );
  const begun = new Map<string, string[]>();
  for (const assignment of await ctx.store.getMany<Assignment>(places)) {
    if (isFree(assignment)) continue;
    const { applicationId, reviewerId } = assignment;
    begun.set(applicationId, [...(begun.get(applicationId) ?? []), reviewerId]);
  }
  return begun;
}

/**
 * 重抽: a new draw of what has not begun. Begun reviews stand; every other seat is drawn anew from the pool as it is.
 * The seed is the cycle's, as before: where nothing changed the same panels come out, and what differs follows from
 * what changed. Existing pairs get no bonus beyond that: the draw stays a function of its inputs and the public seed,
 * which anyone can recompute, and nobody can keep a pair by having been drawn first.
 */
export async function redrawTrial(
  ctx: Pick<Context, 'store'>,
  cycle: Cycle,
  { aim = cycle.drawAim ?? 'sum', withPins = true }: { aim?: DrawAim | undefined; withPins?: boolean | undefined } = {},
): Promise<Trial & Seated> {
  const { cycleId } = cycle;
  const seated = await seatedOf(ctx, cycleId);
  const [begun, teams, pins] = await Promise.all([
    begunOn(ctx, seated),
    siteTeamsOf(ctx, cycleId),
    withPins ? pinsOf(ctx, cycleId) : new Map<string, { reviewerId: string }[]>(),
  ]);
  const cases = seated.applications.map((application): DrawCase => {
    const { applicationId } = application;
    const panel = seated.panels.get(applicationId);
    const team = teams.get(applicationId);
    const pinned = (pins.get(applicationId) ?? []).map(({ reviewerId }) => reviewerId);
    return {
      application,
      size: panel?.size ?? 0,
      pinned: pinned.filter((id) => !panel?.former.includes(id)),
      began: begun.get(applicationId) ?? [],
      left: panel?.former ?? [],
      elsewhere: [...(team?.members ?? []), ...(team?.former ?? [])],
    };
  });
  const named = cases.flatMap(({ began, pinned }) => [...began, ...pinned]);
  const inputs = await drawInputs(ctx, cycle, seated.applications, named);
  return { ...seated, samples: [], inputs, cases, problem: problemOf(inputs, cases, { round: 'documents', aim }) };
}
