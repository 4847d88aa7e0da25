import type { Cycle } from '#domain/cycles';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';

/** Refuses while a list stands that was drawn up from the result; one that was sent back does not stand. */
export async function requireUnlisted(ctx: Pick<Context, 'store'>, { listId }: Pick<Cycle, 'listId'>): Promise<void> {
  if (listId === undefined) return;
  const { status } = await ctx.store.get(keys.list(listId));
  allow(status === 'sent-back', 'WrongState', { state: 'list drafted' });
}
