import type { DynamoDBRecord } from 'aws-lambda';
import type { Context } from '#services/context';
import { startPending } from '#services/delivery/start-pending';
import { deliverOutcome } from '#services/gates/deliver';
import { imageOf } from './image.ts';

/**
 * Turns one change of the table into the signal that it means for the workflows. The image only says where to look:
 * the verb behind reads the item anew.
 */
export async function relayRecord(ctx: Context, record: DynamoDBRecord): Promise<void> {
  const { type, data = {} } = imageOf(record);
  if (type === 'gate' && data.gateId && data.outcome && data.token && !data.deliveredAt) {
    await deliverOutcome(ctx, data.gateId);
  }
  if (type === 'audit-event' && data.chainId && data.sequence && data.pendingSince) {
    await startPending(ctx, data.chainId, data.sequence);
  }
}
