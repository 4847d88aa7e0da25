import type { Cycle } from '#domain/cycles';
import { grantsOf } from '#domain/people';
import { keys } from '#store/keys';
import type { OwnApplication } from '#store/records';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';

/**
 * Whoever speaks for a unit that applied in a cycle does no office act on the whole of it: no list, notice, decision or
 * objection to the procedure.
 * @throws AwardError `ConflictOfInterest`.
 */
export async function requireNoStake(ctx: Context, cycle: Pick<Cycle, 'cycleId'>): Promise<void> {
  for (const { organizationId } of grantsOf(ctx.actor, 'applicant')) {
    const own = await ctx.store.all<OwnApplication>(keys.ownApplication(organizationId, '').pk);
    allow(!own.some((application) => application.cycleId === cycle.cycleId), 'ConflictOfInterest');
  }
}
