import * as z from 'zod';
import { type Application, isSent } from '#domain/applications';
import type { CycleCategory } from '#domain/cycles';
import { effectiveDeadline } from '#domain/extensions';
import { grantsOf, holds } from '#domain/people';
import { isConflicted, oversees, recommends } from '#domain/policies';
import { EVERYBODY } from '#domain/quotas';
import type { RecommendationOrder } from '#domain/recommendation-order';
import { quotaPlanOf, seatsOf } from '#domain/results';
import { keys, lists } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { extensionsOf } from '../reference.ts';
import { allow, parse } from '../require.ts';
import { ordersOf } from './places.ts';

export const RecommendationsInput = z.strictObject({ cycleId: z.string() });

/** What one department has to recommend in one category, and how many seats are left for it. */
export const RecommendationCell = z.object({
  categoryId: z.string(),
  department: z.string(),
  /** `equal`: no more may be sent than there are seats. */
  mode: z.enum(['equal', 'competitive']),
  seats: z.int(),
  /** The seats are one pool of all departments. */
  shared: z.boolean(),
  /** How many of the pool's seats are taken by those that were sent, in every area. */
  sent: z.int(),
  /** Of one's own areas: to be recommended, returned by the department, sent on, declined. */
  waiting: z.int(),
  returned: z.int(),
  recommended: z.int(),
  declined: z.int(),
  /** 推荐顺序: one's own applications as the department put them in order, and its version; 0 before there is one. */
  order: z.array(z.string()),
  orderVersion: z.int(),
});
export type RecommendationCell = z.infer<typeof RecommendationCell>;

const departmentsOf = (ctx: Context, { categoryId, quota }: CycleCategory, all: readonly Application[]): string[] =>
  oversees(ctx.actor)
    ? [...new Set([...Object.keys(quota.byRecommender ?? {}), ...all.map(({ recommender }) => recommender)])]
    : [
        ...new Set(
          grantsOf(ctx.actor, 'recommender')
            .filter(({ categoryIds }) => categoryIds.includes(categoryId))
            .map(({ department }) => department),
        ),
      ];

function cellOf(
  ctx: Context,
  category: CycleCategory,
  department: string,
  all: readonly Application[],
  orders: readonly Versioned<RecommendationOrder>[],
): RecommendationCell {
  const pool = seatsOf(category, department);
  const own = all.filter(
    (each) => each.recommender === department && (oversees(ctx.actor) || recommends(ctx.actor, each)),
  );
  const order = orders.find((each) => each.categoryId === category.categoryId && each.department === department);
  const mine = new Set(own.filter((each) => !isConflicted(ctx.actor, each)).map(({ applicationId }) => applicationId));
  const count = (is: (of: Application) => boolean): number => own.filter(is).length;
  return {
    categoryId: category.categoryId,
    department,
    mode: category.quota.mode ?? 'competitive',
    seats: quotaPlanOf(category).cells.find(({ recommender }) => recommender === pool)?.seats ?? 0,
    shared: pool === EVERYBODY,
    sent: all.filter((each) => seatsOf(category, each.recommender) === pool && isSent(each)).length,
    waiting: count(({ status }) => status === 'submitted'),
    returned: count(({ status, returned }) => status === 'returned' && returned?.by === 'recommender'),
    recommended: count(isSent),
    declined: count(({ status }) => status === 'declined'),
    order: (order?.applicationIds ?? []).filter((id) => mine.has(id)),
    orderVersion: order?.version ?? 0,
  };
}

async function applicationsOf(ctx: Context, cycleId: string, categoryId: string): Promise<Application[]> {
  const partitions = lists.applicationShards(cycleId, categoryId);
  return (await Promise.all(partitions.map((pk) => ctx.store.indexed<Application>({ index: 'lists', pk })))).flat();
}

/** What a lead department finds on its desk: category by category what waits, until when, and the seats that are left. */
export async function recommendationsOf(
  ctx: Context,
  input: z.input<typeof RecommendationsInput>,
): Promise<{ cycleId: string; recommendBy: string; items: RecommendationCell[] }> {
  allow(oversees(ctx.actor) || holds(ctx.actor, 'recommender'));
  const { cycleId } = parse(RecommendationsInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  allow(cycle.status !== 'draft' || oversees(ctx.actor), 'NotFound');
  const own = grantsOf(ctx.actor, 'recommender').flatMap(({ categoryIds }) => categoryIds);
  const categories = cycle.categories.filter(({ categoryId }) => oversees(ctx.actor) || own.includes(categoryId));
  const orders = await ordersOf(ctx, cycleId);
  const cells = await Promise.all(
    categories.map(async (category) => {
      const all = await applicationsOf(ctx, cycleId, category.categoryId);
      return departmentsOf(ctx, category, all).map((department) => cellOf(ctx, category, department, all, orders));
    }),
  );
  const granted = await extensionsOf(ctx, cycleId);
  const everybody = { organizationId: '', areaPath: [] };
  const recommendBy = effectiveDeadline(cycle.windows.recommendBy, 'recommendBy', granted, everybody);
  return { cycleId, recommendBy, items: cells.flat() };
}
