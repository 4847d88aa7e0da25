import { hashOf } from '#domain/audit';
import { type Drawn, drawAlgorithm, panelsOf } from '#domain/draw';
import { drawFile } from '#domain/draw-file';
import { reportOf } from '#domain/draw-report';
import type { DrawRecord } from '#domain/draws';
import type { Context } from '../context.ts';
import type { DrawInputs } from './inputs.ts';
import type { DrawCase } from './problem.ts';

/** Whether a reviewer knows something of what an application is judged by. */
export function knowledgeOf({ expertise }: DrawInputs, cases: readonly DrawCase[]) {
  const byId = new Map(cases.map(({ application }) => [application.applicationId, application]));
  return (applicationId: string, reviewerId: string): boolean => {
    const application = byId.get(applicationId);
    return application !== undefined && expertise(application, reviewerId) > 0;
  };
}

const put = async (ctx: Context, key: string, text: string, type = 'application/json'): Promise<string> => {
  await ctx.bucket.putText(key, text, type);
  return key;
};

/** What proves a draw: prices that no better assignment can beat, and for the worst served a bound by its witness. */
export type DrawCertificate = {
  readonly inputHash: string;
  readonly total: number;
  readonly prices: readonly number[];
  readonly worst: {
    readonly bound: number;
    readonly weights: readonly number[];
    readonly prices: readonly number[];
  };
  /** The pins of the inputs, and the panels that fairness gave to the worst served. */
  readonly pins: readonly (readonly [row: number, column: number])[];
};

const certificateOf = ({ solution, core, worst }: Drawn, inputHash: string): DrawCertificate => ({
  inputHash,
  total: solution.total,
  prices: [...solution.prices],
  worst: { bound: worst.bound, weights: [...worst.witness.weights], prices: [...worst.witness.prices] },
  pins: core.pins,
});

type Staging = Pick<DrawRecord, 'cycleId' | 'round' | 'number' | 'samples' | 'reason' | 'jobId'> & {
  readonly inputs: DrawInputs;
  readonly cases: readonly DrawCase[];
  readonly drawn: Drawn;
  /** What the draw hands to applications; by default its panels. */
  readonly items: readonly object[];
};

/**
 * Freezes inputs, certificate and outcome in the bucket and says where; nothing is true by it yet. The folder's name
 * follows from the inputs, so that staging again writes the same.
 */
export async function staged(ctx: Context, of: Staging): Promise<DrawRecord> {
  const { cycleId, round, number, drawn, items, samples, reason, jobId } = of;
  const { problem, solution } = drawn;
  const { text, hash: inputHash } = drawFile(problem, drawAlgorithm);
  const folder = `cycles/${cycleId}/draws/${round}-${number}/${inputHash.slice(0, 16)}`;
  const report = reportOf(drawn, knowledgeOf(of.inputs, of.cases));
  const panels = panelsOf(drawn);
  return {
    cycleId,
    round,
    number,
    algorithm: drawAlgorithm,
    seed: problem.seed,
    aim: problem.aim,
    inputHash,
    inputsKey: await put(ctx, `${folder}/inputs.jsonl`, text, 'application/x-ndjson'),
    outputHash: hashOf(panels),
    itemsKey: await put(ctx, `${folder}/items.json`, JSON.stringify(items)),
    certificateKey: await put(ctx, `${folder}/certificate.json`, JSON.stringify(certificateOf(drawn, inputHash))),
    panelsKey: await put(ctx, `${folder}/panels.json`, JSON.stringify(panels)),
    applications: items.length,
    withPanel: panels.length,
    reviewers: problem.reviewers.length,
    pairs: solution.members.length,
    pins: problem.pins.length,
    totalFit: solution.total,
    worstFit: report.worstFit,
    worstBound: drawn.worst.bound,
    ...(drawn.givenUp !== undefined && { givenUp: drawn.givenUp }),
    ...(drawn.spread && { spread: drawn.spread }),
    samples,
    coverage: [...report.coverage],
    drawnAt: ctx.clock.now(),
    ...(reason && { reason }),
    ...(jobId && { jobId }),
  };
}
