import * as z from 'zod';
import type { Application } from '#domain/applications';
import type { FieldProblem } from '#domain/errors';
import { effectiveDeadline } from '#domain/extensions';
import { later } from '#domain/instants';
import { holds } from '#domain/people';
import { isConflicted, mayCheck, mayRecommend } from '#domain/policies';
import { mayBePlaced, mostPlaces, reordered } from '#domain/recommendation-order';
import { recommendationOrders } from '#store/entities';
import { keys } from '#store/keys';
import { commit } from '../commit.ts';
import { type Context, isPast } from '../context.ts';
import { nextVersion } from '../reference/setting.ts';
import { extensionsOf } from '../reference.ts';
import { allow, parse, refuseFields } from '../require.ts';

export const OrderInput = z.strictObject({
  cycleId: z.string(),
  categoryId: z.string(),
  department: z.string(),
  /** The first in front. Whoever is not named keeps their place. */
  applicationIds: z.array(z.string().max(100)).min(1).max(mostPlaces),
  /** 0: nobody put them in order yet. */
  version: z.int().min(0),
});
type Order = z.output<typeof OrderInput>;

export const OrderAnswer = OrderInput.omit({ cycleId: true });

/** One answer for whatever is not of the department and its areas, so that it does not tell what there is elsewhere. */
const notInQueue = (at: number): FieldProblem => ({
  path: `applicationIds.${at}`,
  code: 'NotInQueue',
  zh: '不在您的推荐队列中。',
  en: 'This is not in your queue.',
});
const twice = (at: number): FieldProblem => ({
  path: `applicationIds.${at}`,
  code: 'PlacedTwice',
  zh: '同一申报不能排两次。',
  en: 'An application has one place.',
});
const tooMany: FieldProblem = {
  path: 'applicationIds',
  code: 'TooMany',
  zh: `一个类别至多排 ${mostPlaces} 件。`,
  en: `At most ${mostPlaces} of a category are put in order.`,
};

/** Those that were named, each of the department, in the category, and within the reach of who puts them in order. */
function namedIn(
  ctx: Context,
  { cycleId, categoryId, department, applicationIds }: Order,
  all: readonly Application[],
) {
  const byId = new Map(all.map((each) => [each.applicationId, each]));
  const isOwn = (of: Application | undefined): of is Application =>
    of?.cycleId === cycleId &&
    of.categoryId === categoryId &&
    of.recommender === department &&
    mayRecommend(ctx.actor, of);
  const named = applicationIds.map((id) => byId.get(id));
  refuseFields([
    ...named.flatMap((of, at) => (isOwn(of) ? [] : [notInQueue(at)])),
    ...applicationIds.flatMap((id, at) => (applicationIds.indexOf(id) === at ? [] : [twice(at)])),
  ]);
  return named.filter(isOwn);
}

/** They may be put in order for as long as one of them may still be recommended. */
async function requireWindow(ctx: Context, cycleId: string, named: readonly Application[]): Promise<void> {
  const { windows } = await ctx.store.get(keys.cycle(cycleId));
  const granted = await extensionsOf(ctx, cycleId);
  const closesAt = named
    .map((each) => effectiveDeadline(windows.recommendBy, 'recommendBy', granted, each))
    .reduce(later, windows.recommendBy);
  allow(!isPast(ctx, closesAt), 'WindowClosed', { opensAt: windows.opensAt, closesAt });
}

/**
 * 排定推荐顺序: a department puts in order what it recommends in a category, before and after it sends them, until its
 * window closes. It counts against no quota: it tells whom the department would see first.
 * @throws AwardError `StaleVersion` when a colleague did so meanwhile.
 */
export async function orderRecommendations(
  ctx: Context,
  input: z.input<typeof OrderInput>,
): Promise<z.infer<typeof OrderAnswer>> {
  allow(holds(ctx.actor, 'recommender') || mayCheck(ctx.actor));
  const order = parse(OrderInput, input);
  const { cycleId, categoryId, department, applicationIds, version } = order;
  const before = await ctx.store.find(keys.recommendationOrder(cycleId, categoryId, department));
  const placed = before?.applicationIds ?? [];
  const all = await ctx.store.getMany([...new Set([...placed, ...applicationIds])].map(keys.application));
  const named = namedIn(ctx, order, all);
  allow(!named.some((each) => isConflicted(ctx.actor, each)), 'ConflictOfInterest');
  await requireWindow(ctx, cycleId, named);
  allow((before?.version ?? 0) === version, 'StaleVersion');
  // Who left the process has no place any more, and those behind it close up.
  const standing = new Set(all.filter(mayBePlaced).map(({ applicationId }) => applicationId));
  const stands = (id: string): boolean => standing.has(id);
  const own = applicationIds.filter(stands);
  const after = reordered(placed.filter(stands), own);
  refuseFields(after.length > mostPlaces ? [tooMany] : []);
  const changed = { cycleId, categoryId, department, applicationIds: after, version };
  return commit(ctx, {
    chain: `recommendations/${cycleId}`,
    action: 'recommendations.ordered',
    cycleId,
    details: { categoryId, department, applicationIds: after },
    writes: [nextVersion(recommendationOrders, changed)],
    answer: { categoryId, department, applicationIds: own, version: version + 1 },
  });
}
