import * as z from 'zod';
import { invalidField } from '#domain/errors';
import type { Job } from '#domain/jobs';
import { personIdOf } from '#domain/people';
import { jobs } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { parse } from '../require.ts';
import { type JobKinds, jobKinds } from './kinds.ts';

export const StartJobInput = z.strictObject({
  cycleId: z.string(),
  kind: z.string(),
  input: z.record(z.string(), z.unknown()).default({}),
});

/** Begins work that outlasts a request. Its input is checked now, so that nobody waits to learn of a typing error. */
export async function startJob(
  ctx: Context,
  given: z.input<typeof StartJobInput>,
  kinds: JobKinds = jobKinds,
): Promise<Versioned<Job>> {
  const { cycleId, kind: name, input } = parse(StartJobInput, given);
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind) {
    const known = Object.keys(kinds).join('、');
    throw invalidField(
      'kind',
      'UnknownKind',
      `没有这种任务，可选：${known}。`,
      `There is no such job; choose ${known}.`,
    );
  }
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  kind.allow(ctx, cycle);
  if (kind.unbound) await requireNoStake(ctx, cycle);
  const jobId = ctx.ids.next('job');
  const job: Job = {
    jobId,
    cycleId,
    kind: name,
    input: parse(kind.input, input, 'input'),
    status: 'waiting',
    progress: { done: 0, of: 1, zh: '等待开始', en: 'waiting to begin' },
    startedBy: personIdOf(ctx.actor) ?? 'system',
    startedAt: ctx.clock.now(),
  };
  return commit(ctx, {
    chain: `job/${jobId}`,
    action: 'job.started',
    cycleId,
    details: { jobId, kind: name },
    writes: [create(jobs, job)],
    starts: { workflow: 'job', name: jobId, input: { jobId } },
    answer: { ...job, version: 1 },
  });
}
