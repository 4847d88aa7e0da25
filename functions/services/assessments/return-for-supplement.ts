import * as z from 'zod';
import type { Application } from '#domain/applications';
import { deadlineAfterWorkingDays } from '#domain/calendar';
import { AwardError } from '#domain/errors';
import { personIdOf } from '#domain/people';
import { isConflicted, mayCheck } from '#domain/policies';
import { LimitedText, Reason } from '#domain/texts';
import { keys } from '#store/keys';
import { moved } from '../applications/moved.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { officialCalendar } from '../reference.ts';
import { allow, parse } from '../require.ts';

export const ReturnForSupplementInput = z.strictObject({
  applicationId: z.string(),
  reason: Reason,
  /** What is to be supplemented: `points.1.1.1.evidence`, `report.results`. */
  fields: z
    .array(z.strictObject({ path: z.string().min(1).max(100), reason: LimitedText(500) }))
    .max(60)
    .default([]),
});

/**
 * 退回补正: the office asks for a supplement of the self-assessment, with a deadline of its own. Once only.
 * @throws AwardError `AlreadyExists` when it was returned before.
 */
export async function returnForSupplement(
  ctx: Context,
  input: z.input<typeof ReturnForSupplementInput>,
): Promise<Application> {
  allow(mayCheck(ctx.actor));
  const { applicationId, reason, fields } = parse(ReturnForSupplementInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  if ((application.rounds['self-assessment'] ?? 0) > 1) {
    throw new AwardError('AlreadyExists', { values: { what: { zh: '退回补正', en: 'return for supplement' } } });
  }
  const cycle = await ctx.store.get(keys.cycle(application.cycleId));
  const now = ctx.clock.now();
  const returned = {
    by: 'office' as const,
    personId: personIdOf(ctx.actor) ?? 'system',
    reason,
    fields,
    at: now,
    deadline: deadlineAfterWorkingDays(now, cycle.correctionDays, await officialCalendar(ctx)),
  };
  const next = moved(ctx, application, 'returnAssessment', { returned });
  return commit(ctx, {
    chain: `application/${applicationId}`,
    action: 'assessment.returned',
    cycleId: application.cycleId,
    details: { applicationId, deadline: returned.deadline, fields: fields.map((field) => field.path) },
    writes: next.writes,
    decides: next.decides,
    answer: next.application,
  });
}
