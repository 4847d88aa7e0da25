import * as z from 'zod';
import type { Application } from '#domain/applications';
import { isConflicted, mayCheck } from '#domain/policies';
import { LimitedText } from '#domain/texts';
import { keys } from '#store/keys';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { moved } from './moved.ts';

export const CheckInput = z.strictObject({
  applicationId: z.string(),
  verdict: z.enum(['accept', 'reject']),
  reason: LimitedText(1000).default(''),
});

/** 形式审查: the office accepts the application, or refuses it (不予受理) with the reason. */
export async function checkApplication(ctx: Context, input: z.input<typeof CheckInput>): Promise<Application> {
  const { applicationId, verdict, reason } = parse(CheckInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  allow(mayCheck(ctx.actor));
  allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  const next = moved(ctx, application, verdict, reason ? { reason } : {});
  return commit(ctx, {
    chain: `application/${applicationId}`,
    action: verdict === 'accept' ? 'application.accepted' : 'application.rejected',
    cycleId: application.cycleId,
    details: { applicationId },
    writes: next.writes,
    decides: next.decides,
    answer: next.application,
  });
}
