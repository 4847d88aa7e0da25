import * as z from 'zod';
import { type Publicity, publicityStatuses } from '#domain/publicity';
import { lists } from '#store/keys';
import { type Context, hasCome } from '../context.ts';
import { paging } from '../paging.ts';
import { parse } from '../require.ts';

export const ListNoticesInput = z.strictObject({ open: z.stringbool().default(false), ...paging });

export const NoticeSummary = z.object({
  publicityId: z.string(),
  cycleId: z.string(),
  kind: z.enum(['initial', 'supplementary']),
  status: z.enum(publicityStatuses),
  title: z.string(),
  publishedAt: z.string().optional(),
  firstDay: z.string().optional(),
  lastDay: z.string().optional(),
  endsAt: z.string().optional(),
  total: z.int(),
});
export type NoticeSummary = z.infer<typeof NoticeSummary>;

/** Published notices, the newest first; only those whose window runs when so asked. */
export async function listNotices(
  ctx: Context,
  input: z.input<typeof ListNoticesInput>,
): Promise<{ items: NoticeSummary[]; cursor?: string }> {
  const { open, limit, cursor } = parse(ListNoticesInput, input);
  const page = await ctx.store.page<Publicity>({
    index: 'lists',
    partitions: [lists.publicities()],
    descending: true,
    limit,
    cursor,
    ...(open && { where: ({ status, endsAt }) => status === 'open' && !hasCome(ctx, endsAt ?? '') }),
  });
  const items = page.items.map((publicity) => NoticeSummary.parse({ ...publicity, title: publicity.notice.title }));
  return { items, ...(page.cursor && { cursor: page.cursor }) };
}
