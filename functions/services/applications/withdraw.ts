import * as z from 'zod';
import type { Application } from '#domain/applications';
import { AwardError } from '#domain/errors';
import { mayEdit } from '#domain/policies';
import { Reason } from '#domain/texts';
import { keys } from '#store/keys';
import { fieldIs } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { moved } from './moved.ts';

export const WithdrawInput = z.strictObject({ applicationId: z.string(), reason: Reason });

const decidedAlready = () => new AwardError('WrongState', { values: { state: 'naming' } });

/** 撤回: the applicant takes its application back, any time before the decision, with the reason. */
export async function withdrawApplication(ctx: Context, input: z.input<typeof WithdrawInput>): Promise<Application> {
  const { applicationId, reason } = parse(WithdrawInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  allow(mayEdit(ctx.actor, application));
  const { cycleId, status } = application;
  const next = moved(ctx, application, 'withdraw', { reason });
  return commit(ctx, {
    chain: `application/${applicationId}`,
    action: 'application.withdrawn',
    cycleId,
    details: { applicationId, from: status },
    writes: [
      ...next.writes,
      ...(status === 'cleared' ? [fieldIs(keys.cycle(cycleId), 'status', 'deciding', decidedAlready)] : []),
    ],
    decides: next.decides,
    answer: next.application,
  });
}
