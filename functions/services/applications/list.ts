import * as z from 'zod';
import { type Application, applicationStatuses } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { grantsOf, holds } from '#domain/people';
import { oversees, recommends } from '#domain/policies';
import { keys, lists } from '#store/keys';
import type { Page } from '#store/listing';
import type { Context } from '../context.ts';
import { paging } from '../paging.ts';
import { allow, parse } from '../require.ts';
import { isListPublished, isOutcome, veiled } from './disclosed.ts';

export const ListApplicationsInput = z.strictObject({
  cycleId: z.string(),
  categoryId: z.string().optional(),
  status: z.enum(applicationStatuses).optional(),
  /** An area with all that lies below it. */
  areaId: z.string().optional(),
  ...paging,
});

/** The categories whose applications this desk may list at all. */
function categoriesFor(ctx: Context, cycle: Cycle): string[] {
  const held = cycle.categories.map((category) => category.categoryId);
  if (oversees(ctx.actor)) return held;
  const own = grantsOf(ctx.actor, 'recommender').flatMap((grant) => grant.categoryIds);
  return held.filter((categoryId) => own.includes(categoryId));
}

/** A cycle's applications by status and time: all of them for the office, a recommender's own category and area. */
export async function listApplications(
  ctx: Context,
  input: z.input<typeof ListApplicationsInput>,
): Promise<Page<Application>> {
  allow(oversees(ctx.actor) || holds(ctx.actor, 'recommender'));
  const { cycleId, categoryId, status, areaId, limit, cursor } = parse(ListApplicationsInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const knows = oversees(ctx.actor) || (await isListPublished(ctx, cycle));
  if (status && isOutcome(status) && !knows) return { items: [] };
  const categoryIds = categoriesFor(ctx, cycle);
  const wanted = categoryIds.filter((each) => categoryId === undefined || each === categoryId);
  const page = await ctx.store.page<Application>({
    index: 'lists',
    partitions: wanted.flatMap((each) => lists.applicationShards(cycleId, each)),
    limit,
    cursor,
    ...(status && { prefix: `${status}#` }),
    where: (application) =>
      (areaId === undefined || application.areaPath.includes(areaId)) &&
      (oversees(ctx.actor) || recommends(ctx.actor, application)),
  });
  return { ...page, items: page.items.map((application) => veiled(application, knows)) };
}
