import type { ApplicationStatus } from '#domain/applications';
import { keys, shards } from '#store/keys';
import type { Context } from '../context.ts';

/** How many applications stand in each status, category by category. */
export type Board = Readonly<Record<string, Readonly<Partial<Record<ApplicationStatus, number>>>>>;

/** The counts of a cycle, read consistently from the shards of its tally. */
export async function boardOf(ctx: Pick<Context, 'store'>, cycleId: string): Promise<Board> {
  const board: Record<string, Record<string, number>> = {};
  for (const counts of await Promise.all(shards.map((shard) => ctx.store.counters(keys.tally(cycleId, shard))))) {
    for (const [name, count] of Object.entries(counts)) {
      const [categoryId, status] = name.split(':');
      if (categoryId === undefined || status === undefined) continue;
      const counted = board[categoryId] ?? {};
      board[categoryId] = { ...counted, [status]: (counted[status] ?? 0) + count };
    }
  }
  return board;
}
