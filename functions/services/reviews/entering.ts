import { type Application, isInReview } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { isConflicted, mayCheck } from '#domain/policies';
import type { StagedAct } from '#domain/stages';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save, unchanged, type Write } from '#store/writes';
import type { Context } from '../context.ts';
import { allow, requireStageFor } from '../require.ts';

type Entering = {
  readonly application: Versioned<Application>;
  readonly cycle: Versioned<Cycle>;
  /** The case stays as it is, and the cycle's version moves, so that the round cannot close in the same moment. */
  readonly guards: readonly Write[];
};

/**
 * An application for which the office enters what counts beside the sheets, while there is time for it.
 * @throws AwardError `NotAllowed`, `ConflictOfInterest`, `WrongState`.
 */
export async function entering(ctx: Context, applicationId: string, act: StagedAct = 'review'): Promise<Entering> {
  allow(mayCheck(ctx.actor));
  const application = await ctx.store.get(keys.application(applicationId));
  allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  const cycle = await ctx.store.get(keys.cycle(application.cycleId));
  requireStageFor(act, cycle);
  allow(isInReview(application), 'WrongState', { state: application.status });
  const guards = [unchanged(keys.application(applicationId), application.version), save(cycles, cycle)];
  return { application, cycle, guards };
}
