import * as z from 'zod';
import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { AwardError } from '#domain/errors';
import type { Extension } from '#domain/extensions';
import { holds } from '#domain/people';
import { oversees } from '#domain/policies';
import { keys, lists } from '#store/keys';
import type { Context } from '../context.ts';
import { extensionsOf } from '../reference.ts';
import { allow, parse } from '../require.ts';
import { deadlineOf, isCorrected } from './deadline.ts';
import { veiled } from './disclosed.ts';
import { categoriesFor, listable } from './list.ts';
import { ordersOf, type RankOf, ranksIn } from './places.ts';

export const ListApplicationRowsInput = z.strictObject({
  cycleId: z.string(),
  categoryId: z.string().optional(),
  /** 2,000 rows are about 0.6 MB; a Lambda may answer 6. */
  limit: z.coerce.number().int().min(1).max(2000).default(2000),
  cursor: z.string().max(4000).optional(),
});

/** An application as a line of a long list: what is sorted and filtered by, and no text that somebody wrote. */
export const ApplicationRow = z.object({
  applicationId: z.string(),
  organizationId: z.string(),
  organizationName: z.string(),
  categoryId: z.string(),
  areaId: z.string(),
  recommender: z.string(),
  /** The place in the department's order of recommendation (推荐顺序), from 1, where it made one. */
  rank: z.int().optional(),
  status: z.string(),
  statusSince: z.string(),
  submissions: z.int(),
  assessments: z.int(),
  /** By when the next step is due, with every extension that covers it; where somebody owes one. */
  deadline: z.string().optional(),
  /** Who asked for the correction that is owed. */
  returnedBy: z.enum(['recommender', 'office']).optional(),
  certificateNumber: z.string().optional(),
});
export type ApplicationRow = z.infer<typeof ApplicationRow>;

type Beside = { readonly cycle: Cycle; readonly granted: readonly Extension[]; readonly rankOf: RankOf };

function rowOf(application: Application, { cycle, granted, rankOf }: Beside): ApplicationRow {
  const { applicationId, organizationId, organizationName, categoryId, areaId, recommender } = application;
  const { status, statusSince, submissions, assessments, returned, certificateNumber } = application;
  const deadline = deadlineOf(application, cycle, granted);
  const rank = rankOf(application);
  return {
    ...{ applicationId, organizationId, organizationName, categoryId, areaId, recommender },
    ...{ status, statusSince, submissions, assessments },
    ...(rank !== undefined && { rank }),
    ...(deadline && { deadline }),
    ...(returned && isCorrected(status) && { returnedBy: returned.by }),
    ...(certificateNumber && { certificateNumber }),
  };
}

/** The partition that is read next, and how far it was read. */
type Place = { readonly partition: number; readonly within?: string | undefined };

const cursorOf = ({ partition, within }: Place): string => `${partition}.${within ?? ''}`;

function placeOf(cursor: string | undefined, partitions: number): Place {
  if (cursor === undefined) return { partition: 0 };
  const [, number, within] = /^(\d{1,4})\.(.*)$/.exec(cursor) ?? [];
  const partition = Number(number);
  if (number === undefined || partition >= partitions) throw new AwardError('InvalidCursor');
  return { partition, within: within || undefined };
}

type Read = { readonly applications: readonly Application[]; readonly within?: string | undefined };

/**
 * Whoever may not know the true status gets a partition whole and by id: within the index neither the order nor the
 * end of a page may tell it.
 */
async function readPartition(ctx: Context, cycle: Cycle, pk: string, place: Place, limit: number): Promise<Read> {
  const { knows, shows } = await listable(ctx, cycle);
  if (knows) {
    const listing = { index: 'lists', partitions: [pk], limit, cursor: place.within, where: shows } as const;
    const { items, cursor } = await ctx.store.page<Application>(listing);
    return { applications: items, within: cursor };
  }
  const all = await ctx.store.indexed<Application>({ index: 'lists', pk });
  const shown = all.filter(shows).map((application) => veiled(application, false, cycle));
  return { applications: shown.toSorted((a, b) => (a.applicationId < b.applicationId ? -1 : 1)) };
}

/**
 * A cycle's applications as rows of a table that its reader sorts and filters: the rights and the veil of the list by
 * status, but partition after partition instead of merged, and so a season's families in a few seconds.
 */
export async function listApplicationRows(
  ctx: Context,
  input: z.input<typeof ListApplicationRowsInput>,
): Promise<{ items: ApplicationRow[]; cursor?: string }> {
  allow(oversees(ctx.actor) || holds(ctx.actor, 'recommender'));
  const { cycleId, categoryId, limit, cursor } = parse(ListApplicationRowsInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const wanted = categoriesFor(ctx, cycle).filter((each) => categoryId === undefined || each === categoryId);
  const partitions = wanted.flatMap((each) => lists.applicationShards(cycleId, each));
  const granted = await extensionsOf(ctx, cycleId);
  const beside: Beside = { cycle, granted, rankOf: ranksIn(ctx, await ordersOf(ctx, cycleId)) };
  const items: ApplicationRow[] = [];
  let place = placeOf(cursor, Math.max(1, partitions.length));
  for (;;) {
    const pk = partitions[place.partition];
    if (pk === undefined) return { items };
    const { applications, within } = await readPartition(ctx, cycle, pk, place, limit - items.length);
    items.push(...applications.map((application) => rowOf(application, beside)));
    place = within ? { partition: place.partition, within } : { partition: place.partition + 1 };
    if (items.length >= limit && place.partition < partitions.length) return { items, cursor: cursorOf(place) };
  }
}
