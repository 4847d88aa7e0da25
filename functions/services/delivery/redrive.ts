import type { Gate } from '#domain/gates';
import { pending, shards } from '#store/keys';
import type { StoredEvent } from '#store/records';
import type { Context } from '../context.ts';
import { deliverOutcome } from '../gates/deliver.ts';
import { startPending } from './start-pending.ts';

type Pending = Gate | StoredEvent;

const isGate = (item: Pending): item is Gate => 'gateId' in item;

/**
 * Delivers what the stream did not: it forgets after 24 hours, and a record that failed too often was put aside. One
 * that fails again does not keep the others from their way.
 */
export async function redrive(ctx: Context): Promise<{ tried: number; failed: number }> {
  let tried = 0;
  let failed = 0;
  for (const shard of shards) {
    const items = await ctx.store.indexed<Pending>({ pk: pending.deliveryShard(shard), index: 'pending' });
    for (const item of items) {
      tried += 1;
      try {
        if (isGate(item)) await deliverOutcome(ctx, item.gateId);
        else await startPending(ctx, item.chainId, item.sequence);
      } catch (error) {
        failed += 1;
        ctx.logger.error('redelivery failed', { error: error instanceof Error ? error.name : 'unknown' });
      }
    }
  }
  return { tried, failed };
}
