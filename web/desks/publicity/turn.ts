import type { ApprovalStep } from '#domain/cycles';
import { type Decision, nextStep } from '#domain/decisions';
import { type Actor, holds, personIdOf } from '#domain/people';
import { mayApprove, mayCheck, mayDraft } from '#domain/policies';

type Chained = Pick<Decision, 'status' | 'chain' | 'acts'>;

export type Turn = {
  readonly step: ApprovalStep;
  /** The step that makes the decision valid: it wants a fresh sign-in. */
  readonly isLast: boolean;
  /** Whether it is this person's, or why it is not. */
  readonly whose: 'mine' | 'acted-already' | 'others';
};

const mayTake: Readonly<Record<ApprovalStep, (actor: Actor) => boolean>> = {
  draft: mayDraft,
  check: mayCheck,
  approve: mayApprove,
  sign: (actor) => holds(actor, 'committee'),
};

/** Whose turn it is in the chain, as the server sees it; undefined when the chain is over. */
export function turnOf(decision: Chained, actor: Actor): Turn | undefined {
  const step = nextStep(decision);
  if (decision.status !== 'in-approval' || step === undefined) return undefined;
  const hasActed = decision.acts.some(({ personId }) => personId === personIdOf(actor));
  const whose = hasActed ? 'acted-already' : mayTake[step](actor) ? 'mine' : 'others';
  return { step, isLast: decision.acts.length + 1 === decision.chain.length, whose };
}
