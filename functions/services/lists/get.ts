import * as z from 'zod';
import { AwardError } from '#domain/errors';
import { oversees } from '#domain/policies';
import type { ListRow, ProposedList } from '#domain/selections';
import { keys, lists } from '#store/keys';
import type { Versioned } from '#store/table';
import { isListPublished } from '../applications/disclosed.ts';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { paging } from '../paging.ts';
import { allow, parse } from '../require.ts';

export const GetListInput = z.strictObject({ cycleId: z.string(), ...paging });

type ListPage = { readonly list: Versioned<ProposedList>; readonly items: ListRow[]; readonly cursor?: string };

/** The list of a cycle with a page of its rows, for those who oversee it; who has a stake waits until it is published. */
export async function getList(ctx: Context, input: z.input<typeof GetListInput>): Promise<ListPage> {
  allow(oversees(ctx.actor));
  const { cycleId, limit, cursor } = parse(GetListInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const { listId } = cycle;
  if (!(await isListPublished(ctx, cycle))) await requireNoStake(ctx, cycle);
  if (!listId) throw new AwardError('NotFound');
  const list = await ctx.store.get(keys.list(listId));
  const page = await ctx.store.page<ListRow>({ index: 'lists', partitions: [lists.listRows(listId)], limit, cursor });
  return { list, ...page };
}
