import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { AwardError } from '#domain/errors';
import { millisOf } from '#domain/instants';
import { type Context, isPast } from '../context.ts';
import { correctionDeadline, deadlineFor } from '../reference.ts';

type Subject = { readonly organizationId: string; readonly areaPath: readonly string[] };

/**
 * Refuses outside of the application window, extensions for this organization counted.
 * @throws AwardError `WindowClosed`, with the window that binds this organization.
 */
export async function requireOpenWindow(ctx: Context, cycle: Cycle, subject: Subject): Promise<void> {
  const now = millisOf(ctx.clock.now());
  const closesAt = await deadlineFor(ctx, cycle, 'closesAt', subject);
  const isOpen = cycle.status === 'accepting' || cycle.status === 'assessing';
  if (isOpen && millisOf(cycle.windows.opensAt) <= now && now <= millisOf(closesAt)) return;
  throw new AwardError('WindowClosed', { values: { opensAt: cycle.windows.opensAt, closesAt } });
}

/**
 * Refuses once the correction of a returned application is overdue, extensions counted.
 * @throws AwardError `WindowClosed`.
 */
export async function requireCorrectionInTime(ctx: Context, application: Application): Promise<void> {
  const closesAt = await correctionDeadline(ctx, application);
  if (!isPast(ctx, closesAt)) return;
  throw new AwardError('WindowClosed', { values: { opensAt: application.returned?.at ?? '', closesAt } });
}
