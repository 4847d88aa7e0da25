import type { DynamoDBRecord } from 'aws-lambda';
import type { Context } from '#services/context';
import type { Mailer } from '#services/notifications/mailer';
import { notify } from '#services/notifications/notify';
import { imageOf } from './image.ts';

/**
 * Turns one act, as it enters the table, into the messages that it means. A change of an event (the mark that it was
 * delivered) is no act, and neither is a removal.
 */
export async function mailRecord(ctx: Context, mailer: Mailer, record: DynamoDBRecord): Promise<void> {
  if (record.eventName !== 'INSERT') return;
  const { type, data = {} } = imageOf(record);
  if (type === 'audit-event' && data.chainId && data.sequence) {
    await notify(ctx, mailer, data.chainId, data.sequence);
  }
}
