import * as z from 'zod';
import type { Award } from '#domain/decisions';
import { AwardError } from '#domain/errors';
import { oversees } from '#domain/policies';
import { publicNameOf } from '#domain/titles';
import { keys, lists, shards } from '#store/keys';
import type { Page } from '#store/listing';
import type { Context } from '../context.ts';
import { paging } from '../paging.ts';
import { areasOf, categoriesOf } from '../reference.ts';
import { allow, parse } from '../require.ts';
import { CertificateStatus, shownStatus } from './check.ts';

export const ListAwardsInput = z.strictObject({ cycleId: z.string().max(100), ...paging });
type ListAwards = z.output<typeof ListAwardsInput>;

const awardsPage = (ctx: Context, { cycleId, limit, cursor }: ListAwards): Promise<Page<Award>> =>
  ctx.store.page<Award>({
    index: 'lists',
    partitions: shards.map((shard) => lists.awardShard(cycleId, shard)),
    limit,
    cursor,
  });

/** The titles that a cycle gave, for those who oversee it. */
export async function listAwards(ctx: Context, input: z.input<typeof ListAwardsInput>): Promise<Page<Award>> {
  allow(oversees(ctx.actor));
  return awardsPage(ctx, parse(ListAwardsInput, input));
}

export const PublicAward = z.object({
  certificateNumber: z.string(),
  categoryId: z.string(),
  title: z.string(),
  name: z.string(),
  areaName: z.string(),
  namedOn: z.string(),
  status: CertificateStatus.shape.status,
});
export type PublicAward = z.infer<typeof PublicAward>;

/** The published result of a concluded cycle: names as the public reads them, and whether each title still stands. */
export async function listPublicAwards(
  ctx: Context,
  input: z.input<typeof ListAwardsInput>,
): Promise<{ items: PublicAward[]; cursor?: string }> {
  const wanted = parse(ListAwardsInput, input);
  const cycle = await ctx.store.find(keys.cycle(wanted.cycleId));
  if (cycle?.status !== 'concluded') throw new AwardError('NotFound');
  const { items, cursor } = await awardsPage(ctx, wanted);
  const categories = new Map((await categoriesOf(ctx)).map((category) => [category.categoryId, category]));
  const areas = new Map((await areasOf(ctx)).map((area) => [area.areaId, area.name]));
  const shown = items.map(({ certificateNumber, categoryId, title, namedOn, organizationName, areaId, status }) => {
    const areaName = areas.get(areaId) ?? '';
    const name = publicNameOf(organizationName, categories.get(categoryId), areaName);
    return { certificateNumber, categoryId, title, namedOn, areaName, name, status: shownStatus[status] };
  });
  return { items: shown, ...(cursor && { cursor }) };
}
