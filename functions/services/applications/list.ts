import * as z from 'zod';
import { type Application, applicationStatuses } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { AwardError } from '#domain/errors';
import { grantsOf, holds } from '#domain/people';
import { isConflicted, oversees, recommends } from '#domain/policies';
import { keys, lists } from '#store/keys';
import type { Context } from '../context.ts';
import { paging } from '../paging.ts';
import { allow, parse } from '../require.ts';
import { isListPublished, isUnderWraps, veiled } from './disclosed.ts';

export const ListApplicationsInput = z.strictObject({
  cycleId: z.string(),
  categoryId: z.string().optional(),
  status: z.enum(applicationStatuses).optional(),
  /** An area with all that lies below it. */
  areaId: z.string().optional(),
  ...paging,
});

/** The categories whose applications this desk may list at all. */
export function categoriesFor(ctx: Context, cycle: Cycle): string[] {
  const held = cycle.categories.map((category) => category.categoryId);
  if (oversees(ctx.actor)) return held;
  const own = grantsOf(ctx.actor, 'recommender').flatMap((grant) => grant.categoryIds);
  return held.filter((categoryId) => own.includes(categoryId));
}

type Applications = { readonly items: Application[]; readonly cursor?: string };
type Asked = z.output<typeof ListApplicationsInput>;

/** In these stages no panel has begun, so that the order of the index tells nothing of an outcome. */
const beforeReview: readonly Cycle['status'][] = ['draft', 'announced', 'accepting', 'assessing'];

/** What of a cycle's applications this desk may see in a list. */
export async function listable(ctx: Context, cycle: Cycle) {
  const isOpen = beforeReview.includes(cycle.status) || (await isListPublished(ctx, cycle));
  // Who oversees the cycle and has a stake in a case finds it under /me, as its applicant does.
  const hides = (application: Application) =>
    !isOpen && isUnderWraps(application.status) && isConflicted(ctx.actor, application);
  return {
    /** Whether the order of the index, which is by the true status, may be shown. */
    knows: oversees(ctx.actor) || isOpen,
    shows: (application: Application): boolean =>
      oversees(ctx.actor) ? !hides(application) : recommends(ctx.actor, application),
  };
}

const cursorAfter = (applicationId: string): string =>
  Buffer.from(JSON.stringify([applicationId])).toString('base64url');

function placeOf(cursor: string | undefined): string {
  if (cursor === undefined) return '';
  try {
    const [place] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof place === 'string') return place;
  } catch {
    // falls through: whatever is not a cursor of this list is answered alike
  }
  throw new AwardError('InvalidCursor');
}

/**
 * A recommender's own applications while the outcome is the office's alone. The index sorts by the true status, so
 * neither its order nor its pages may be shown: all are read and stand in the order of their ids.
 */
async function underWraps(ctx: Context, cycle: Cycle, partitions: string[], asked: Asked): Promise<Applications> {
  const { status, areaId, limit, cursor } = asked;
  const after = placeOf(cursor);
  const all = await Promise.all(partitions.map((pk) => ctx.store.indexed<Application>({ index: 'lists', pk })));
  const shown = all
    .flat()
    .filter((application) => recommends(ctx.actor, application))
    .filter((application) => areaId === undefined || application.areaPath.includes(areaId))
    .map((application) => veiled(application, false, cycle))
    .filter((application) => status === undefined || application.status === status)
    .filter(({ applicationId }) => applicationId > after)
    .toSorted((a, b) => (a.applicationId < b.applicationId ? -1 : 1));
  const items = shown.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(last && shown.length > limit && { cursor: cursorAfter(last.applicationId) }) };
}

/** A cycle's applications by status and time: all of them for the office, a recommender's own category and area. */
export async function listApplications(
  ctx: Context,
  input: z.input<typeof ListApplicationsInput>,
): Promise<Applications> {
  allow(oversees(ctx.actor) || holds(ctx.actor, 'recommender'));
  const asked = parse(ListApplicationsInput, input);
  const { cycleId, categoryId, status, areaId, limit, cursor } = asked;
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const wanted = categoriesFor(ctx, cycle).filter((each) => categoryId === undefined || each === categoryId);
  const partitions = wanted.flatMap((each) => lists.applicationShards(cycleId, each));
  const { knows, shows } = await listable(ctx, cycle);
  if (!knows) return underWraps(ctx, cycle, partitions, asked);
  return ctx.store.page<Application>({
    index: 'lists',
    partitions,
    limit,
    cursor,
    ...(status && { prefix: `${status}#` }),
    where: (application) => (areaId === undefined || application.areaPath.includes(areaId)) && shows(application),
  });
}
