import type { Cycle } from '#domain/cycles';
import { type Actor, grantsOf } from '#domain/people';
import { keys } from '#store/keys';
import type { OwnApplication } from '#store/records';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';

/** The registered units that somebody speaks for or works in. */
const unitsOf = (actor: Actor): string[] => {
  const workplace = actor.kind === 'person' ? actor.workplace?.organizationId : undefined;
  return [
    ...grantsOf(actor, 'applicant').map(({ organizationId }) => organizationId),
    ...(workplace ? [workplace] : []),
  ];
};

/** The applications, of whatever cycle, in which somebody has a stake. */
export async function ownCases(ctx: Pick<Context, 'store'>, actor: Actor): Promise<OwnApplication[]> {
  const own = await Promise.all(
    unitsOf(actor).map((organizationId) => ctx.store.all<OwnApplication>(keys.ownApplication(organizationId, '').pk)),
  );
  return own.flat();
}

/** Whether somebody speaks for, or works in, a unit that applied in a cycle. */
export async function hasStake(
  ctx: Pick<Context, 'store'>,
  actor: Actor,
  { cycleId }: Pick<Cycle, 'cycleId'>,
): Promise<boolean> {
  return (await ownCases(ctx, actor)).some((application) => application.cycleId === cycleId);
}

/**
 * Whoever speaks for or works in a unit that applied in a cycle does no office act on the whole of it: no list, notice, decision or
 * objection to the procedure.
 * @throws AwardError `ConflictOfInterest`.
 */
export async function requireNoStake(ctx: Context, cycle: Pick<Cycle, 'cycleId'>): Promise<void> {
  allow(!(await hasStake(ctx, ctx.actor, cycle)), 'ConflictOfInterest');
}
