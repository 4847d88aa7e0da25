import * as z from 'zod';
import { panelsOf } from '#domain/draw';
import type { DrawRecord } from '#domain/draws';
import { AwardError } from '#domain/errors';
import { cycles, draws } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { drawInForce } from '../draws/in-force.ts';
import { tried } from '../draws/refusal.ts';
import { staged } from '../draws/stage.ts';
import { drawnOf, panelTrial } from '../draws/trial.ts';
import { allow, parse } from '../require.ts';
import { requireOpenRound } from './held.ts';

export const MatchReviewersInput = z.object({ cycleId: z.string() });

/** What the audit chain tells of a draw. */
export const drawDetails = (record: DrawRecord) => ({
  algorithm: record.algorithm,
  seed: record.seed,
  round: record.round,
  number: record.number,
  inputHash: record.inputHash,
  outputHash: record.outputHash,
  applications: record.applications,
  withPanel: record.withPanel,
  pairs: record.pairs,
});

/** Draws on what is there now. The cycle's version moves with the draw, so that no pin comes in the same moment. */
async function made(ctx: Context, cycleId: string): Promise<DrawRecord> {
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  requireOpenRound(cycle);
  const trial = await panelTrial(ctx, cycle);
  const drawn = drawnOf(cycle, trial.problem);
  const panels = new Map(panelsOf(drawn).map(({ applicationId, reviewerIds }) => [applicationId, reviewerIds]));
  const items = trial.applications.map(({ applicationId }) => ({
    applicationId,
    cycleId,
    reviewerIds: panels.get(applicationId) ?? [],
  }));
  const record = await staged(ctx, { ...trial, cycleId, round: 'documents', number: 1, drawn, items });
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'panels.drawn',
    cycleId,
    details: drawDetails(record),
    writes: [create(draws, record), save(cycles, cycle)],
    answer: record,
  });
}

/**
 * Draws the panels of a cycle: every self-assessed application, the pool as it is, the cycle's public seed. A draw is
 * made once; running again gives the same one.
 * @throws AwardError `PanelTooSmall`, `InvalidInput`, telling what is in the way; of the attempt only that is kept.
 */
export async function matchReviewers(ctx: Context, input: z.input<typeof MatchReviewersInput>): Promise<DrawRecord> {
  allow(ctx.actor.kind === 'system');
  const { cycleId } = parse(MatchReviewersInput, input);
  const before = await drawInForce(ctx, cycleId, 'documents');
  if (before) return before;
  try {
    return await tried(ctx, cycleId, () => anew(() => made(ctx, cycleId)));
  } catch (error) {
    if (!(error instanceof AwardError && error.code === 'AlreadyExists')) throw error;
    return ctx.store.get(keys.draw(cycleId, 'documents', 1));
  }
}
