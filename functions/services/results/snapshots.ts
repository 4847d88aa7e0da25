import * as z from 'zod';
import { AwardError } from '#domain/errors';
import { ChangeCounts, changesBetween, countChanges, RowChange } from '#domain/result-comparison';
import type { Result, ResultRow } from '#domain/selections';
import { keys, lists } from '#store/keys';
import type { Page } from '#store/listing';
import type { Context } from '../context.ts';
import { paging } from '../paging.ts';
import { parse } from '../require.ts';
import { requireRankingVisible, requireScoresVisible } from './get.ts';

export const ListSnapshotsInput = z.strictObject({ cycleId: z.string() });
export const GetSnapshotInput = z.strictObject({
  cycleId: z.string(),
  resultId: z.string(),
  categoryId: z.string(),
  ...paging,
});
export const CompareSnapshotsInput = z.strictObject({
  cycleId: z.string(),
  from: z.string(),
  to: z.string(),
  categoryId: z.string(),
});

/** How many changed rows are told at once; the counts are of all of them. */
const MOST_TOLD = 1000;

/** Every frozen result of a cycle, the one in force first: each names the one that it superseded. */
export async function listSnapshots(
  ctx: Context,
  input: z.input<typeof ListSnapshotsInput>,
): Promise<{ items: Result[] }> {
  const { cycleId } = parse(ListSnapshotsInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  requireScoresVisible(ctx, cycle);
  const items: Result[] = [];
  for (let id = cycle.resultId; id !== undefined; id = items.at(-1)?.supersedes) {
    items.push(await ctx.store.get(keys.result(id)));
  }
  return { items };
}

/** A frozen result of this cycle, whether in force or superseded. */
async function snapshotOf(ctx: Context, cycleId: string, resultId: string): Promise<Result> {
  await requireRankingVisible(ctx, await ctx.store.get(keys.cycle(cycleId)));
  const result = await ctx.store.get(keys.result(resultId));
  if (result.cycleId !== cycleId) throw new AwardError('NotFound');
  return result;
}

/** One frozen result, one category of it by rank, as it was. */
export async function getSnapshot(
  ctx: Context,
  input: z.input<typeof GetSnapshotInput>,
): Promise<{ result: Result } & Page<ResultRow>> {
  const { cycleId, resultId, categoryId, limit, cursor } = parse(GetSnapshotInput, input);
  const result = await snapshotOf(ctx, cycleId, resultId);
  const partitions = lists.resultShards(resultId, categoryId);
  return { result, ...(await ctx.store.page<ResultRow>({ index: 'lists', partitions, limit, cursor })) };
}

/** All rows of one category of a frozen result, read consistently. */
export const frozenRows = (ctx: Pick<Context, 'store'>, resultId: string, categoryId: string): Promise<ResultRow[]> => {
  const { pk, sk } = keys.resultRow(resultId, categoryId, '');
  return ctx.store.all<ResultRow>(pk, sk);
};

export const Comparison = z.object({
  from: z.string(),
  to: z.string(),
  categoryId: z.string(),
  counts: ChangeCounts,
  items: z.array(RowChange),
});

/** Which rows of a category changed from one frozen result to another, and how. */
export async function compareSnapshots(
  ctx: Context,
  input: z.input<typeof CompareSnapshotsInput>,
): Promise<z.infer<typeof Comparison>> {
  const { cycleId, from, to, categoryId } = parse(CompareSnapshotsInput, input);
  for (const resultId of [from, to]) await snapshotOf(ctx, cycleId, resultId);
  const [before, after] = await Promise.all([from, to].map((resultId) => frozenRows(ctx, resultId, categoryId)));
  const changes = changesBetween(before ?? [], after ?? []);
  return { from, to, categoryId, counts: countChanges(changes), items: changes.slice(0, MOST_TOLD) };
}
