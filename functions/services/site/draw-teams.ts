import * as z from 'zod';
import { categoryOf } from '#domain/cycles';
import { panelsOf } from '#domain/draw';
import type { DrawRecord } from '#domain/draws';
import { AwardError, invalidField } from '#domain/errors';
import { cycles, draws } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { drawInForce } from '../draws/in-force.ts';
import { drawInputs } from '../draws/inputs.ts';
import { type DrawCase, problemOf } from '../draws/problem.ts';
import { seatedOf } from '../draws/redraw-trial.ts';
import { staged } from '../draws/stage.ts';
import { drawnOf, type Trial } from '../draws/trial.ts';
import type { Progress } from '../jobs/kinds.ts';
import { allow } from '../require.ts';
import { requireOpenRound } from '../reviews/held.ts';
import { drawDetails } from '../reviews/match-reviewers.ts';
import { assignSiteTeam, type TeamItem } from './assign-team.ts';

export const DrawTeamsInput = z.strictObject({});

type Cycle = Parameters<typeof categoryOf>[0] & Parameters<typeof problemOf>[0]['cycle'];

/** The site round: whoever sits or sat on the documents panel of an application does not visit it. */
async function siteTrial(ctx: Context, cycle: Cycle): Promise<Trial> {
  const { applications: all, panels } = await seatedOf(ctx, cycle.cycleId);
  const teamOf = (categoryId: string): number => categoryOf(cycle, categoryId)?.siteTeam ?? 0;
  const applications = all.filter(({ categoryId }) => teamOf(categoryId) > 0);
  if (applications.length === 0) {
    throw invalidField(
      'categories',
      'NoSiteTeam',
      '没有设置实地考察组人数的类别，或这些类别中没有进入专家评审的申报。',
      'No category has a site team, or no application of those is under review by a panel.',
    );
  }
  const cases = applications.map((application): DrawCase => {
    const panel = panels.get(application.applicationId);
    return {
      application,
      size: teamOf(application.categoryId),
      pinned: [],
      began: [],
      left: [],
      elsewhere: [...(panel?.members ?? []), ...(panel?.former ?? [])],
    };
  });
  const inputs = await drawInputs(ctx, cycle, applications);
  const aim = cycle.drawAim ?? 'sum';
  return { applications, samples: [], inputs, cases, problem: problemOf(inputs, cases, { round: 'site', aim }) };
}

async function made(ctx: Context, cycleId: string): Promise<DrawRecord> {
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  requireOpenRound(cycle);
  allow((await drawInForce(ctx, cycleId, 'documents')) !== undefined, 'WrongState', { state: 'not drawn' });
  const trial = await siteTrial(ctx, cycle);
  const drawn = drawnOf(cycle, trial.problem);
  const items = panelsOf(drawn).map((panel): TeamItem => ({ ...panel, cycleId }));
  const record = await staged(ctx, { ...trial, cycleId, round: 'site', number: 1, drawn, items });
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'site-teams.drawn',
    cycleId,
    details: drawDetails(record),
    writes: [create(draws, record), save(cycles, cycle)],
    answer: record,
  });
}

/** The draw of the site round, made once however often it is asked for. */
async function theDraw(ctx: Context, cycleId: string): Promise<DrawRecord> {
  const before = await drawInForce(ctx, cycleId, 'site');
  if (before) return before;
  try {
    return await anew(() => made(ctx, cycleId));
  } catch (error) {
    if (!(error instanceof AwardError && error.code === 'AlreadyExists')) throw error;
    return ctx.store.get(keys.draw(cycleId, 'site', 1));
  }
}

export type TeamsDrawn = { readonly number: number; readonly teams: number; readonly short: number };

/**
 * Draws the site teams (实地考察组) once the panels are assigned, and asks the visitors. Run again it goes on where it
 * was interrupted; a team that was assigned stays.
 */
export async function drawSiteTeams(
  ctx: Context,
  { cycleId }: { readonly cycleId: string },
  progress: Progress,
): Promise<TeamsDrawn> {
  allow(ctx.actor.kind === 'system');
  const record = await theDraw(ctx, cycleId);
  const items = JSON.parse(await ctx.bucket.getText(record.itemsKey)) as TeamItem[];
  let short = 0;
  for (const [at, item] of items.entries()) {
    await progress(at, items.length, '组成考察组', 'assigning site teams');
    const team = await assignSiteTeam(ctx, item);
    if (team && team.members.length < team.size) short += 1;
  }
  return { number: record.number, teams: items.length, short };
}
