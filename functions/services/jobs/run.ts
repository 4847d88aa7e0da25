import * as z from 'zod';
import { AwardError, messageOf, type ProblemCode } from '#domain/errors';
import type { Job } from '#domain/jobs';
import { jobs } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { type JobKinds, jobKinds, type Progress } from './kinds.ts';

export const RunJobInput = z.object({ jobId: z.string() });

/** What the workflow tries again or shows as a fault; any other refusal is the job's own outcome. */
const ofTheSystem: readonly ProblemCode[] = ['TryAgain', 'Internal', 'StaleVersion'];

/** Nobody is told of less than a twentieth: a write for each step would cost more than the step. */
const TOLD_PARTS = 20;

const isOver = ({ status }: Pick<Job, 'status'>): boolean => status === 'done' || status === 'failed';

function progressOf(ctx: Context, jobId: string): Progress {
  let told = -1;
  return async (done, of, zh, en) => {
    const part = Math.floor((TOLD_PARTS * done) / Math.max(1, of));
    if (part === told) return;
    told = part;
    await anew(async () => {
      const job = await ctx.store.get(keys.job(jobId));
      if (isOver(job)) return;
      await ctx.store.transact([save(jobs, { ...job, status: 'running', progress: { done, of, zh, en } })]);
    });
  };
}

type Outcome = { readonly resultKey: string } | { readonly problem: NonNullable<Job['problem']> };

async function outcomeOf(ctx: Context, job: Job, kinds: JobKinds): Promise<Outcome> {
  const kind = kinds[job.kind];
  if (!kind) throw new AwardError('Internal');
  const progress = progressOf(ctx, job.jobId);
  try {
    await progress(0, 1, '开始', 'begun');
    const result = await kind.run(ctx, { ...job, input: kind.input.parse(job.input) }, progress);
    const resultKey = `jobs/${job.jobId}/result.json`;
    await ctx.bucket.putText(resultKey, JSON.stringify(result), 'application/json');
    return { resultKey };
  } catch (error) {
    if (!(error instanceof AwardError) || ofTheSystem.includes(error.code)) throw error;
    const { code, values, fields } = error;
    const words = { zh: messageOf(code, 'zh', values), en: messageOf(code, 'en', values) };
    return { problem: { code, ...words, ...(fields.length > 0 && { fields: [...fields] }) } };
  }
}

/** Does a job's work and keeps what came out. A job that is over stays as it is, however often it is run. */
export async function runJob(
  ctx: Context,
  input: z.input<typeof RunJobInput>,
  kinds: JobKinds = jobKinds,
): Promise<Job> {
  allow(ctx.actor.kind === 'system');
  const { jobId } = parse(RunJobInput, input);
  const before = await ctx.store.get(keys.job(jobId));
  if (isOver(before)) return before;
  const outcome = await outcomeOf(ctx, before, kinds);
  return anew(async () => {
    const job = await ctx.store.get(keys.job(jobId));
    if (isOver(job)) return job;
    const failed = 'problem' in outcome;
    const progress = failed ? job.progress : { ...job.progress, done: job.progress.of, zh: '完成', en: 'done' };
    const ended = {
      ...job,
      ...outcome,
      status: failed ? ('failed' as const) : ('done' as const),
      progress,
      endedAt: ctx.clock.now(),
    };
    return commit(ctx, {
      chain: `job/${jobId}`,
      action: failed ? 'job.failed' : 'job.done',
      cycleId: job.cycleId,
      details: { jobId, kind: job.kind, ...(failed && { code: outcome.problem.code }) },
      writes: [save(jobs, ended)],
      answer: ended,
    });
  });
}
