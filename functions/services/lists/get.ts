import * as z from 'zod';
import type { Cycle } from '#domain/cycles';
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

/** A page of a list of this cycle; who has a stake waits until it is published. */
async function pageOf(
  ctx: Context,
  cycle: Cycle,
  { listId, limit, cursor }: { listId: string; limit: number; cursor?: string | undefined },
): Promise<ListPage> {
  if (!(await isListPublished(ctx, cycle))) await requireNoStake(ctx, cycle);
  const list = await ctx.store.get(keys.list(listId));
  if (list.cycleId !== cycle.cycleId) throw new AwardError('NotFound');
  const page = await ctx.store.page<ListRow>({ index: 'lists', partitions: [lists.listRows(listId)], limit, cursor });
  return { list, ...page };
}

/** The list of a cycle with a page of its rows, for those who oversee it. */
export async function getList(ctx: Context, input: z.input<typeof GetListInput>): Promise<ListPage> {
  allow(oversees(ctx.actor));
  const { cycleId, ...paged } = parse(GetListInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  if (!cycle.listId) throw new AwardError('NotFound');
  return pageOf(ctx, cycle, { ...paged, listId: cycle.listId });
}

export const GetListVersionInput = GetListInput.extend({ listId: z.string() });

/** A list of a cycle, whether it is in force or another one superseded it. */
export async function getListVersion(ctx: Context, input: z.input<typeof GetListVersionInput>): Promise<ListPage> {
  allow(oversees(ctx.actor));
  const { cycleId, ...wanted } = parse(GetListVersionInput, input);
  return pageOf(ctx, await ctx.store.get(keys.cycle(cycleId)), wanted);
}
