import { type Game, officer } from '../game.ts';
import type { DecisionShape } from '../shapes.ts';
import type { Desk } from './cycle.ts';

/** Drafter, checker, head and committee, one after the other; then the workflow names the units. */
export async function decide(game: Game, desk: Desk): Promise<string> {
  const { decisionId } = await officer(game, 'draft').post<DecisionShape>(
    `/cycles/${desk.cycleId}/decision`,
    'decision',
  );
  const [chair] = game.plan.committee;
  if (!chair) throw new Error('the committee is empty');
  const chain = [officer(game, 'check'), officer(game, 'approve'), game.people.afresh(chair)];
  for (const [at, signer] of chain.entries()) {
    await signer.post(`/decisions/${decisionId}/acts`, `act/${at}`, { opinion: '同意。' });
  }
  await desk.reached('concluded');
  return decisionId;
}
