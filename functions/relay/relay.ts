import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Context } from '#services/context';
import { startPending } from '#services/delivery/start-pending';
import { deliverOutcome } from '#services/gates/deliver';

type Image = {
  readonly type?: string;
  readonly data?: {
    readonly gateId?: string;
    readonly outcome?: unknown;
    readonly token?: string;
    readonly deliveredAt?: string;
  } & {
    readonly chainId?: string;
    readonly sequence?: number;
    readonly pendingSince?: string;
  };
};

const imageOf = (record: DynamoDBRecord): Image => {
  const image = record.dynamodb?.NewImage;
  // Safe: the event's attribute values and the SDK's are one wire format under two type names.
  return image ? (unmarshall(image as Record<string, AttributeValue>) as Image) : {};
};

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
