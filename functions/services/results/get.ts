import * as z from 'zod';
import { type Cycle, categoryWithin } from '#domain/cycles';
import { AwardError } from '#domain/errors';
import { maySeeScores, oversees } from '#domain/policies';
import { isRoundClosed } from '#domain/reviews';
import type { Result, ResultRow } from '#domain/selections';
import { keys, lists } from '#store/keys';
import type { Page } from '#store/listing';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { allow, parse } from '../require.ts';

export const GetResultsInput = z.strictObject({
  cycleId: z.string(),
  categoryId: z.string(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/**
 * Scores of others: the supervisor at any time, office and committee once the round is closed, nobody else.
 * @throws AwardError `NotAllowed`, `RoundOpen`.
 */
export function requireScoresVisible(ctx: Context, cycle: Cycle): void {
  allow(oversees(ctx.actor));
  if (!maySeeScores(ctx.actor, isRoundClosed(cycle))) throw new AwardError('RoundOpen');
}

/**
 * The same for the scores of a whole cycle side by side: whoever has a stake in one of its cases reads none of them.
 * @throws AwardError `ConflictOfInterest` too.
 */
export async function requireRankingVisible(ctx: Context, cycle: Cycle): Promise<void> {
  requireScoresVisible(ctx, cycle);
  await requireNoStake(ctx, cycle);
}

/** The result in force, one category of it by rank. */
export async function getResults(
  ctx: Context,
  input: z.input<typeof GetResultsInput>,
): Promise<{ result: Result } & Page<ResultRow>> {
  const { cycleId, categoryId, cursor, limit } = parse(GetResultsInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  await requireRankingVisible(ctx, cycle);
  categoryWithin(cycle, categoryId);
  if (!cycle.resultId) throw new AwardError('NotFound');
  const { resultId } = cycle;
  const result = await ctx.store.get(keys.result(resultId));
  const page = await ctx.store.page<ResultRow>({
    index: 'lists',
    partitions: lists.resultShards(resultId, categoryId),
    limit,
    cursor,
  });
  return { result, ...page };
}
