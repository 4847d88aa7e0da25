import * as z from 'zod';
import { type Application, requiredFormFields } from '#domain/applications';
import { deadlineAfterWorkingDays } from '#domain/calendar';
import { isConflicted, mayCheck, mayRecommend } from '#domain/policies';
import { LimitedText, Reason } from '#domain/texts';
import { keys } from '#store/keys';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { officialCalendar } from '../reference.ts';
import { allow, parse } from '../require.ts';
import { moved } from './moved.ts';

const fieldNames = [...requiredFormFields, 'features', 'members', 'evidence'] as const;

export const ReturnInput = z.strictObject({
  applicationId: z.string(),
  reason: Reason,
  /** What must be corrected, field by field. */
  fields: z
    .array(z.strictObject({ path: z.enum(fieldNames), reason: LimitedText(500) }))
    .max(20)
    .default([]),
});

/** 退回修改: the recommender, or the office at the formal check, returns the form with a deadline of its own. */
export async function returnApplication(ctx: Context, input: z.input<typeof ReturnInput>): Promise<Application> {
  const { applicationId, reason, fields } = parse(ReturnInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  const atOffice = application.status === 'recommended';
  allow(atOffice ? mayCheck(ctx.actor) : mayRecommend(ctx.actor, application));
  allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  const cycle = await ctx.store.get(keys.cycle(application.cycleId));
  const now = ctx.clock.now();
  const by = atOffice ? ('office' as const) : ('recommender' as const);
  const returned = {
    by,
    personId: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
    reason,
    fields,
    at: now,
    deadline: deadlineAfterWorkingDays(now, cycle.correctionDays, await officialCalendar(ctx)),
  };
  const next = moved(ctx, application, atOffice ? 'returnByOffice' : 'returnByRecommender', { returned });
  return commit(ctx, {
    chain: `application/${applicationId}`,
    action: 'application.returned',
    cycleId: application.cycleId,
    details: { applicationId, by, deadline: returned.deadline, fields: fields.map((field) => field.path) },
    writes: next.writes,
    decides: next.decides,
    answer: next.application,
  });
}
