import * as z from 'zod';
import type { Application } from '#domain/applications';
import { isConflicted, mayRecommend } from '#domain/policies';
import { LimitedText } from '#domain/texts';
import { keys } from '#store/keys';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { moved } from './moved.ts';
import { countedAsSent } from './sent.ts';

export const RecommendInput = z.strictObject({
  applicationId: z.string(),
  verdict: z.enum(['recommend', 'decline']),
  opinion: LimitedText(1000).default(''),
});

/**
 * 推荐 or 不推荐, by the lead department in its own category and area; a refusal needs its opinion.
 * @throws AwardError `QuotaExceeded` where the quota is equal (等额) and the department's seats are used up.
 */
export async function recommendApplication(ctx: Context, input: z.input<typeof RecommendInput>): Promise<Application> {
  const { applicationId, verdict, opinion } = parse(RecommendInput, input);
  return anew(async () => {
    const application = await ctx.store.get(keys.application(applicationId));
    allow(mayRecommend(ctx.actor, application));
    allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
    const next = moved(ctx, application, verdict, { opinion });
    return commit(ctx, {
      chain: `application/${applicationId}`,
      action: verdict === 'recommend' ? 'application.recommended' : 'application.declined',
      cycleId: application.cycleId,
      details: { applicationId, recommender: application.recommender },
      writes: [...next.writes, ...(verdict === 'recommend' ? await countedAsSent(ctx, application) : [])],
      decides: next.decides,
      answer: next.application,
    });
  });
}
