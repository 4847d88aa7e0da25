import * as z from 'zod';
import { AwardError } from '#domain/errors';
import { noticeCounts } from '#domain/notice';
import { NoticeText, type Publicity } from '#domain/publicity';
import type { ListRow } from '#domain/selections';
import { publicNameOf, titleOf } from '#domain/titles';
import { keys, lists } from '#store/keys';
import type { Context } from '../context.ts';
import { paging } from '../paging.ts';
import { areasOf, categoriesOf } from '../reference.ts';
import { parse } from '../require.ts';

export const PublicNotice = z.object({
  publicityId: z.string(),
  cycleId: z.string(),
  kind: z.enum(['initial', 'supplementary']),
  status: z.enum(['open', 'expired', 'concluded']),
  cycleTitle: z.string(),
  issuer: z.string(),
  basis: z.object({ title: z.string(), documentNumber: z.string() }).optional(),
  notice: NoticeText,
  publishedAt: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  endsAt: z.string(),
  /** Until when letters posted in the window are taken in. */
  graceUntil: z.string(),
  /** The notice that followed when the list changed. */
  supersededBy: z.string().optional(),
  /** The server's time, for the countdown. */
  now: z.string(),
  total: z.int(),
  counts: z.array(z.object({ categoryId: z.string(), name: z.string(), title: z.string(), count: z.int() })),
});
export type PublicNotice = z.infer<typeof PublicNotice>;

export const PublicEntry = z.object({
  applicationId: z.string(),
  categoryId: z.string(),
  name: z.string(),
  areaName: z.string(),
  rank: z.int(),
});
export type PublicEntry = z.infer<typeof PublicEntry>;

type Published = Publicity &
  Required<Pick<Publicity, 'publishedAt' | 'firstDay' | 'lastDay' | 'endsAt' | 'graceUntil'>>;

const isPublished = (publicity: Publicity): publicity is Published => publicity.publishedAt !== undefined;

async function published(ctx: Context, publicityId: string): Promise<Published> {
  const publicity = await ctx.store.find(keys.publicity(publicityId));
  if (!publicity || !isPublished(publicity)) throw new AwardError('NotFound');
  return publicity;
}

/** The supplementary notice that took the place of this one, once it is published. */
async function successorOf(ctx: Context, { publicityId, cycleId, outcome }: Published): Promise<string | undefined> {
  if (outcome !== 'changed') return undefined;
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  let next = cycle.publicityId === undefined ? undefined : await ctx.store.get(keys.publicity(cycle.publicityId));
  while (next && next.supersedes !== publicityId) {
    next = next.supersedes === undefined ? undefined : await ctx.store.get(keys.publicity(next.supersedes));
  }
  return next && isPublished(next) ? next.publicityId : undefined;
}

export const PublicNoticeInput = z.strictObject({ publicityId: z.string().max(100) });

/** A published notice as anybody reads it; what is not published yet does not exist for the public. */
export async function getPublicNotice(ctx: Context, input: z.input<typeof PublicNoticeInput>): Promise<PublicNotice> {
  const { publicityId } = parse(PublicNoticeInput, input);
  const publicity = await published(ctx, publicityId);
  const cycle = await ctx.store.get(keys.cycle(publicity.cycleId));
  const counts = noticeCounts(publicity.countsByCategory, await categoriesOf(ctx));
  const supersededBy = await successorOf(ctx, publicity);
  return PublicNotice.parse({
    ...publicity,
    ...(supersededBy && { supersededBy }),
    cycleTitle: cycle.title,
    issuer: cycle.issuer,
    ...(cycle.basis && { basis: cycle.basis }),
    now: ctx.clock.now(),
    counts: counts.map(({ category, count }) => ({
      categoryId: category.categoryId,
      name: category.name,
      title: titleOf(category),
      count,
    })),
  });
}

export const PublicEntriesInput = PublicNoticeInput.extend({ categoryId: z.string().max(100).optional(), ...paging });

/** The entries of a published notice, page by page: names as the public reads them, category and rank. */
export async function listPublicEntries(
  ctx: Context,
  input: z.input<typeof PublicEntriesInput>,
): Promise<{ items: PublicEntry[]; cursor?: string }> {
  const { publicityId, categoryId, limit, cursor } = parse(PublicEntriesInput, input);
  const { listId } = await published(ctx, publicityId);
  const categories = new Map((await categoriesOf(ctx)).map((category) => [category.categoryId, category]));
  const areas = new Map((await areasOf(ctx)).map((area) => [area.areaId, area.name]));
  const page = await ctx.store.page<ListRow>({
    index: 'lists',
    partitions: [lists.listRows(listId)],
    ...(categoryId && { prefix: `${categoryId}#` }),
    limit,
    cursor,
  });
  const items = page.items.map((row) => {
    const areaName = areas.get(row.areaId) ?? '';
    return {
      applicationId: row.applicationId,
      categoryId: row.categoryId,
      name: publicNameOf(row.organizationName, categories.get(row.categoryId), areaName),
      areaName,
      rank: row.rank,
    };
  });
  return { items, ...(page.cursor && { cursor: page.cursor }) };
}
