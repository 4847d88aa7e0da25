import type { Application } from '#domain/applications';
import { keys, shards } from '#store/keys';
import type { Membership } from '#store/records';
import type { Context } from '../context.ts';

/** All applications of a cycle, through its memberships: an index may lag, and nobody may be forgotten. */
export async function applicationsOf(ctx: Pick<Context, 'store'>, cycleId: string): Promise<Application[]> {
  const partitions = shards.map((shard) => ctx.store.all<Membership>(keys.memberShard(cycleId, shard)));
  const members = (await Promise.all(partitions)).flat();
  return ctx.store.getMany(members.map((member) => keys.application(member.applicationId)));
}
