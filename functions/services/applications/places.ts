import type { Application } from '#domain/applications';
import { isConflicted } from '#domain/policies';
import type { RecommendationOrder } from '#domain/recommendation-order';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';

/** The orders of a cycle, one of each category and department that made one. */
export const ordersOf = (ctx: Context, cycleId: string): Promise<Versioned<RecommendationOrder>[]> =>
  ctx.store.all<RecommendationOrder>(keys.recommendationOrder(cycleId, '', '').pk);

export type RankOf = (application: Application) => number | undefined;

/** The place in its department's order, from 1; never told to who has a stake in the case. */
export function ranksIn(ctx: Context, orders: readonly RecommendationOrder[]): RankOf {
  const places = new Map(orders.flatMap(({ applicationIds }) => applicationIds.map((id, at) => [id, at + 1] as const)));
  return (application) => (isConflicted(ctx.actor, application) ? undefined : places.get(application.applicationId));
}

/** The same of one application. */
export async function rankOf(ctx: Context, application: Application): Promise<number | undefined> {
  const { cycleId, categoryId, recommender } = application;
  const order = await ctx.store.find(keys.recommendationOrder(cycleId, categoryId, recommender));
  return order && ranksIn(ctx, [order])(application);
}
