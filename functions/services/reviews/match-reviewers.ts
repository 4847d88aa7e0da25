import * as z from 'zod';
import { hashOf } from '#domain/audit';
import type { DrawRecord } from '#domain/draws';
import { AwardError } from '#domain/errors';
import { frozenInputs, type Matching, type MatchProblem, match, matchingAlgorithm } from '#domain/matching';
import { draws } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { type DrawInputs, drawInputs, problemOf, withPanel } from './draw.ts';
import { requireOpenRound } from './held.ts';

export const MatchReviewersInput = z.object({ cycleId: z.string() });

/** How far from the mean a load may lie; the next wider bounds are tried where the narrower leave no assignment. */
const spreads = [
  { least: 0.85, most: 1.15 },
  { least: 0, most: 1.5 },
  { least: 0, most: 2 },
  { least: 0, most: 4 },
] as const;

type Draw = { readonly problem: MatchProblem; readonly matching: Matching };

/** The narrowest loads that work; the last try knows no bound but each reviewer's own, and its refusal is final. */
function drawn(inputs: DrawInputs): Draw {
  const chosen = withPanel(inputs);
  const unbounded = problemOf(inputs, chosen, Number.MAX_SAFE_INTEGER);
  const places = unbounded.applications.reduce((all, application) => all + application.size, 0);
  const able = inputs.reviewers.filter((reviewer) => reviewer.available).length;
  const mean = places / Math.max(1, able);
  for (const spread of spreads) {
    const problem = {
      ...unbounded,
      reviewers: unbounded.reviewers.map((reviewer) => ({
        ...reviewer,
        least: Math.min(reviewer.most, Math.floor(mean * spread.least)),
        most: Math.min(reviewer.most, Math.ceil(mean * spread.most)),
      })),
    };
    try {
      return { problem, matching: match(problem) };
    } catch (error) {
      if (!(error instanceof AwardError && error.code === 'PanelTooSmall')) throw error;
    }
  }
  return { problem: unbounded, matching: match(unbounded) };
}

const putJson = async (ctx: Context, key: string, value: unknown): Promise<string> => {
  await ctx.bucket.putText(key, JSON.stringify(value), 'application/json');
  return key;
};

/** Freezes inputs and outcome in the bucket and says where; nothing is true by it yet. */
async function staged(ctx: Context, inputs: DrawInputs, { problem, matching }: Draw): Promise<DrawRecord> {
  const { cycleId, drawSeed: seed } = inputs.cycle;
  const frozen = frozenInputs(problem);
  const inputHash = hashOf(frozen);
  const folder = `cycles/${cycleId}/draw/${inputHash.slice(0, 16)}`;
  const panels = new Map(matching.pairs.map(({ applicationId, reviewerIds }) => [applicationId, reviewerIds]));
  const items = inputs.applications.map(({ applicationId }) => ({
    applicationId,
    cycleId,
    reviewerIds: panels.get(applicationId) ?? [],
  }));
  return {
    cycleId,
    round: 'documents',
    number: 1,
    algorithm: matchingAlgorithm,
    seed,
    aim: 'sum',
    inputHash,
    inputsKey: await putJson(ctx, `${folder}/inputs.json`, frozen),
    outputHash: hashOf(matching.pairs),
    itemsKey: await putJson(ctx, `${folder}/items.json`, items),
    applications: items.length,
    withPanel: matching.pairs.length,
    reviewers: problem.reviewers.length,
    certificateKey: '',
    pins: 0,
    worstFit: 0,
    samples: [],
    coverage: [],
    pairs: matching.pairs.reduce((all, pair) => all + pair.reviewerIds.length, 0),
    totalFit: matching.total,
    drawnAt: ctx.clock.now(),
  };
}

/**
 * Draws the panels of a cycle: every self-assessed application, the pool as it is, the cycle's public seed. A draw is
 * made once; running again gives the same one.
 * @throws AwardError `PanelTooSmall`, telling who cannot be served; nothing is recorded then.
 */
export async function matchReviewers(ctx: Context, input: z.input<typeof MatchReviewersInput>): Promise<DrawRecord> {
  allow(ctx.actor.kind === 'system');
  const { cycleId } = parse(MatchReviewersInput, input);
  const before = await ctx.store.find(keys.draw(cycleId, 'documents', 1));
  if (before) return before;
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  requireOpenRound(cycle);
  const inputs = await drawInputs(ctx, cycle);
  const record = await staged(ctx, inputs, drawn(inputs));
  try {
    return await commit(ctx, {
      chain: `cycle/${cycleId}`,
      action: 'panels.drawn',
      cycleId,
      details: {
        algorithm: record.algorithm,
        seed: record.seed,
        inputHash: record.inputHash,
        outputHash: record.outputHash,
        applications: record.applications,
        withPanel: record.withPanel,
        pairs: record.pairs,
      },
      writes: [create(draws, record)],
      answer: record,
    });
  } catch (error) {
    if (!(error instanceof AwardError && error.code === 'AlreadyExists')) throw error;
    return ctx.store.get(keys.draw(cycleId, 'documents', 1));
  }
}
