import * as z from 'zod';
import { personIdOf } from '#domain/people';
import { mayCheck } from '#domain/policies';
import type { ProposedList } from '#domain/selections';
import { proposedLists } from '#store/entities';
import { keys } from '#store/keys';
import { save, unchanged } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { allow, parse } from '../require.ts';

/** The list that was looked at: a newer draft, or a newer result, is not approved by mistake. */
export const CheckListInput = z.strictObject({ cycleId: z.string(), listId: z.string() });

/** Another officer than the drafter checks the list; then the applications are told. */
export async function checkList(ctx: Context, input: z.input<typeof CheckListInput>): Promise<ProposedList> {
  allow(mayCheck(ctx.actor));
  const { cycleId, listId } = parse(CheckListInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  await requireNoStake(ctx, cycle);
  allow(cycle.status === 'listing', 'WrongState', { state: cycle.status });
  allow(cycle.listId === listId, 'StaleVersion');
  const list = await ctx.store.get(keys.list(listId));
  allow(list.resultId === cycle.resultId, 'StaleVersion');
  allow(list.status === 'drafted', 'WrongState', { state: list.status });
  const checkedBy = personIdOf(ctx.actor) ?? '';
  allow(list.draftedBy !== checkedBy, 'ActedAlready');
  const checked = { ...list, status: 'checked' as const, checkedBy };
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'list.checked',
    cycleId,
    details: { listId, total: list.total },
    writes: [save(proposedLists, checked), unchanged(keys.cycle(cycleId), cycle.version)],
    decides: [{ kind: 'list', subjectId: cycleId, outcome: { decision: 'checked', listId } }],
    answer: checked,
  });
}
