import * as z from 'zod';
import { AwardError } from '#domain/errors';
import type { Job } from '#domain/jobs';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { parse } from '../require.ts';
import { type JobKinds, jobKinds } from './kinds.ts';

export const GetJobInput = z.strictObject({ jobId: z.string() });

/** A job with its result once it is done; whoever may not start its kind sees nothing of it. */
export async function getJob(
  ctx: Context,
  input: z.input<typeof GetJobInput>,
  kinds: JobKinds = jobKinds,
): Promise<{ job: Versioned<Job>; result?: unknown }> {
  const { jobId } = parse(GetJobInput, input);
  const job = await ctx.store.get(keys.job(jobId));
  const kind = kinds[job.kind];
  if (!kind) throw new AwardError('NotFound');
  const cycle = await ctx.store.get(keys.cycle(job.cycleId));
  kind.allow(ctx, cycle);
  if (kind.unbound) await requireNoStake(ctx, cycle);
  if (!job.resultKey) return { job };
  return { job, result: JSON.parse(await ctx.bucket.getText(job.resultKey)) };
}
