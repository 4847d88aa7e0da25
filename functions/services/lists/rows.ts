import type { ListRow } from '#domain/selections';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';

/** All rows of a list, read consistently; category by category, by rank. */
export const listedRows = (ctx: Pick<Context, 'store'>, listId: string): Promise<ListRow[]> =>
  ctx.store.all<ListRow>(keys.list(listId).pk, 'ROW');
