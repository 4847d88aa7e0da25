import type { ApprovalStep } from '#domain/cycles';
import { type Decision, nextStep } from '#domain/decisions';
import { type Actor, holds, personIdOf } from '#domain/people';
import { mayApprove, mayCheck, mayDraft } from '#domain/policies';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { allow } from '../require.ts';

const mayTake: Readonly<Record<ApprovalStep, (actor: Actor) => boolean>> = {
  draft: mayDraft,
  check: mayCheck,
  approve: mayApprove,
  sign: (actor) => holds(actor, 'committee'),
};

/**
 * The step that this person takes now. The right role, no stake in the cycle, and nobody acts twice in one chain.
 * @throws AwardError `WrongState`, `NotAllowed`, `ActedAlready`, `ConflictOfInterest`.
 */
export async function stepOf(ctx: Context, decision: Decision): Promise<ApprovalStep> {
  const step = nextStep(decision);
  allow(decision.status === 'in-approval' && step !== undefined, 'WrongState', { state: decision.status });
  allow(mayTake[step](ctx.actor));
  const personId = personIdOf(ctx.actor);
  allow(!decision.acts.some((act) => act.personId === personId), 'ActedAlready');
  await requireNoStake(ctx, decision);
  return step;
}
