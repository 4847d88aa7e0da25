import * as z from 'zod';
import { panelsOf } from '#domain/draw';
import type { DrawRecord } from '#domain/draws';
import type { Panel } from '#domain/reviews';
import { Reason } from '#domain/texts';
import { cycles, draws } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import type { Progress } from '../jobs/kinds.ts';
import { allow } from '../require.ts';
import { requireOpenRound } from '../reviews/held.ts';
import { drawDetails } from '../reviews/match-reviewers.ts';
import { drawInForce } from './in-force.ts';
import { redrawTrial } from './redraw-trial.ts';
import { type Reseating, reseatPanel } from './reseat.ts';
import { staged } from './stage.ts';
import { drawnOf } from './trial.ts';

export const RedrawInput = z.strictObject({ reason: Reason });

type Redraw = { readonly jobId: string; readonly cycleId: string; readonly input: z.output<typeof RedrawInput> };

const differs = (panel: Panel | undefined, reviewerIds: readonly string[]): boolean =>
  panel?.members.length !== reviewerIds.length || reviewerIds.some((id) => !panel.members.includes(id));

/** The next draw of the round; it is in force from here on, and its panels follow. */
async function made(ctx: Context, { jobId, cycleId, input: { reason } }: Redraw): Promise<DrawRecord> {
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  requireOpenRound(cycle);
  const before = await drawInForce(ctx, cycleId, 'documents');
  allow(before !== undefined, 'WrongState', { state: 'not drawn' });
  const number = before.number + 1;
  const trial = await redrawTrial(ctx, cycle);
  const drawn = drawnOf(cycle, trial.problem);
  const items = panelsOf(drawn)
    .filter(({ applicationId, reviewerIds }) => differs(trial.panels.get(applicationId), reviewerIds))
    .map((panel): Reseating => ({ ...panel, cycleId, number }));
  const record = await staged(ctx, { ...trial, cycleId, round: 'documents', number, drawn, items, reason, jobId });
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'panels.redrawn',
    cycleId,
    details: { ...drawDetails(record), changed: items.length },
    writes: [create(draws, record), save(cycles, cycle)],
    answer: record,
  });
}

export type Redrawn = {
  readonly number: number;
  /** Panels that changed, and those that stay because somebody began or was found in conflict in the meantime. */
  readonly changed: number;
  readonly kept: number;
};

/**
 * Draws anew what has not begun and changes the panels that differ, each in one transaction. The job that was
 * interrupted finds its draw made and goes on with the panels.
 */
export async function redrawPanels(ctx: Context, of: Redraw, progress: Progress): Promise<Redrawn> {
  allow(ctx.actor.kind === 'system');
  const last = await drawInForce(ctx, of.cycleId, 'documents');
  const record = last?.jobId === of.jobId ? last : await anew(() => made(ctx, of));
  const items = JSON.parse(await ctx.bucket.getText(record.itemsKey)) as Reseating[];
  let kept = 0;
  for (const [at, item] of items.entries()) {
    await progress(at, items.length, '调整评审组', 'changing panels');
    if ((await reseatPanel(ctx, item)) === 'kept') kept += 1;
  }
  return { number: record.number, changed: items.length - kept, kept };
}
