import { type Actor, holds, type Workplace } from '#domain/people';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';

/**
 * Where somebody of the office or the committee works by their own entry in the pool of experts: in that unit's case
 * they are bound like anyone else. Others do no office act, so that for them nothing is read.
 */
export async function workplaceOf(
  { store }: Pick<Context, 'store'>,
  actor: Extract<Actor, { kind: 'person' }>,
): Promise<Workplace | undefined> {
  if (!holds(actor, 'office') && !holds(actor, 'committee') && !holds(actor, 'recommender')) return undefined;
  const entry = await store.find(keys.reviewer(actor.personId));
  if (!entry) return undefined;
  const { organizationName, organizationCode } = entry;
  const claim = organizationCode ? await store.find(keys.unique('credit-code', organizationCode)) : undefined;
  return { organizationName, ...(claim && { organizationId: claim.holder }) };
}
