import * as z from 'zod';
import { messageOf } from '#domain/errors';
import { jobs } from '#store/entities';
import { keys } from '#store/keys';
import { save, type Write } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const AbandonCaseInput = z.object({
  workflow: z.enum(['cycle', 'application', 'publicity', 'follow-up', 'job']),
  subjectId: z.string(),
  state: z.string(),
  error: z.string(),
});

/** Where the acts of a workflow's subject are recorded. */
const chainOf = {
  cycle: 'cycle',
  application: 'application',
  publicity: 'publicity',
  'follow-up': 'award',
  job: 'job',
} as const;

/** A job that nobody will finish says so to whoever waits for it. */
async function givenUp(ctx: Context, jobId: string): Promise<Write[]> {
  const job = await ctx.store.get(keys.job(jobId));
  const problem = { code: 'Internal', zh: messageOf('Internal', 'zh'), en: messageOf('Internal', 'en') };
  return [save(jobs, { ...job, status: 'failed', endedAt: ctx.clock.now(), problem })];
}

/** Records that a run was given up after a fault; run twice, it is recorded once. */
export async function abandonCase(ctx: Context, input: z.input<typeof AbandonCaseInput>): Promise<void> {
  allow(ctx.actor.kind === 'system');
  const { workflow, subjectId, state, error } = parse(AbandonCaseInput, input);
  const chain = `${chainOf[workflow]}/${subjectId}`;
  const head = await ctx.store.find(keys.auditHead(chain));
  const last = head && (await ctx.store.find(keys.auditEvent(chain, head.sequence)));
  if (last?.action === 'case.abandoned' && last.details['state'] === state) return;
  await commit(ctx, {
    chain,
    action: 'case.abandoned',
    details: { workflow, subjectId, state, error },
    writes: workflow === 'job' ? await givenUp(ctx, subjectId) : [],
    answer: undefined,
  });
}
