import * as z from 'zod';
import type { Cycle } from '#domain/cycles';
import { AwardError } from '#domain/errors';
import type { Job } from '#domain/jobs';
import { oversees } from '#domain/policies';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { parse } from '../require.ts';
import { type JobKind, type JobKinds, jobKinds } from './kinds.ts';

export const GetJobInput = z.strictObject({ jobId: z.string() });

/** Whoever oversees the cycle sees that a job runs; what came out is for those who may start its kind. */
function maySeeResult(ctx: Context, kind: JobKind, cycle: Cycle): boolean {
  try {
    kind.allow(ctx, cycle);
    return true;
  } catch (error) {
    if (error instanceof AwardError && oversees(ctx.actor)) return false;
    throw error;
  }
}

/** A job, with its result once it is done for those who may start its kind; nobody else but the overseers sees it. */
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
  if (!maySeeResult(ctx, kind, cycle)) return { job };
  if (kind.unbound) await requireNoStake(ctx, cycle);
  if (!job.resultKey) return { job };
  return { job, result: JSON.parse(await ctx.bucket.getText(job.resultKey)) };
}
