import type { Application } from '#domain/applications';
import { keys, shards } from '#store/keys';
import type { Membership } from '#store/records';
import type { Context } from '../context.ts';

type Reading = Pick<Context, 'store'>;

/** Which applications belong to a cycle, read consistently: an index may lag, and nobody may be forgotten. */
export async function membersOf({ store }: Reading, cycleId: string): Promise<Membership[]> {
  const partitions = shards.map((shard) => store.all<Membership>(keys.memberShard(cycleId, shard)));
  return (await Promise.all(partitions)).flat();
}

/** The applications of a cycle as they are now; all of them, or those of some categories. */
export async function applicationsOf(
  ctx: Reading,
  cycleId: string,
  categoryIds?: readonly string[],
): Promise<Application[]> {
  const members = await membersOf(ctx, cycleId);
  const wanted = categoryIds ? members.filter(({ categoryId }) => categoryIds.includes(categoryId)) : members;
  return ctx.store.getMany(wanted.map(({ applicationId }) => keys.application(applicationId)));
}
