import * as z from 'zod';
import type { Job } from '#domain/jobs';
import { oversees } from '#domain/policies';
import { lists } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const ListJobsInput = z.strictObject({ cycleId: z.string() });

/** The jobs of a cycle, newest first, without their results. */
export async function listJobs(
  ctx: Context,
  input: z.input<typeof ListJobsInput>,
): Promise<{ items: Versioned<Job>[] }> {
  allow(oversees(ctx.actor));
  const { cycleId } = parse(ListJobsInput, input);
  const all = await ctx.store.indexed<Job>({ index: 'lists', pk: lists.jobs(cycleId) });
  return { items: all.toReversed() };
}
