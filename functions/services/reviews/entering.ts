import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { isConflicted, mayCheck } from '#domain/policies';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save, unchanged, type Write } from '#store/writes';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';

type Entering = {
  readonly application: Versioned<Application>;
  readonly cycle: Versioned<Cycle>;
  /** The case stays as it is, and the cycle's version moves, so that the round cannot close in the same moment. */
  readonly guards: readonly Write[];
};

const reviewable = ['self-assessed', 'under-review', 'scored'] as const;

/**
 * An application for which the office enters what counts beside the sheets, while the round (or a later stage that
 * the rule names) is open.
 * @throws AwardError `NotAllowed`, `ConflictOfInterest`, `WrongState`.
 */
export async function entering(
  ctx: Context,
  applicationId: string,
  stages: readonly Cycle['status'][] = ['reviewing'],
): Promise<Entering> {
  allow(mayCheck(ctx.actor));
  const application = await ctx.store.get(keys.application(applicationId));
  allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  const cycle = await ctx.store.get(keys.cycle(application.cycleId));
  allow(stages.includes(cycle.status), 'WrongState', { state: cycle.status });
  const isReviewed = reviewable.some((status) => status === application.status);
  allow(isReviewed, 'WrongState', { state: application.status });
  const guards = [unchanged(keys.application(applicationId), application.version), save(cycles, cycle)];
  return { application, cycle, guards };
}
