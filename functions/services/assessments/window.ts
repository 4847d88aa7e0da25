import type { Application } from '#domain/applications';
import { AwardError } from '#domain/errors';
import { keys } from '#store/keys';
import { requireCorrectionInTime } from '../applications/window.ts';
import { type Context, isPast } from '../context.ts';
import { deadlineFor } from '../reference.ts';
import { allow } from '../require.ts';

/**
 * Refuses unless the self-assessment is on the applicant's desk and in time: until the cycle's date, or until the
 * date that came with the return; extensions counted for both.
 * @throws AwardError `WrongState`, `WindowClosed`.
 */
export async function requireOpenAssessment(ctx: Context, application: Application): Promise<void> {
  if (application.status === 'supplementing') return requireCorrectionInTime(ctx, application);
  allow(application.status === 'self-assessing', 'WrongState', { state: application.status });
  const cycle = await ctx.store.get(keys.cycle(application.cycleId));
  const closesAt = await deadlineFor(ctx, cycle, 'assessBy', application);
  if (isPast(ctx, closesAt)) {
    throw new AwardError('WindowClosed', { values: { opensAt: application.statusSince, closesAt } });
  }
}
