import {
  type CancellationReason,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { AwardError } from '#domain/errors';
import type { Table } from './table.ts';
import type { Write } from './writes.ts';

/** The limits of one transaction at AWS. */
export const MOST_WRITES = 100;

const transient = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);
const transientErrors = new Set([
  'TransactionInProgressException',
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'InternalServerError',
]);

const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(1000, 20 * 2 ** attempt)));

const refusalOf = (reasons: readonly CancellationReason[], writes: readonly Write[]): Error | undefined => {
  const at = reasons.findIndex((reason) => reason.Code === 'ConditionalCheckFailed');
  return at < 0 ? undefined : writes[at]?.refused();
};

/**
 * Writes everything or nothing. A condition that fails becomes the refusal of its write; what only collided with
 * another writer is tried again with jitter, and then told as `TryAgain`.
 */
export async function transact(table: Table, writes: readonly Write[], attempts = 8): Promise<void> {
  if (writes.length > MOST_WRITES)
    throw new Error(`a transaction of ${writes.length} writes; ${MOST_WRITES} is the most`);
  const command = new TransactWriteItemsCommand({ TransactItems: writes.map((write) => write.item(table)) });
  for (let attempt = 0; ; attempt += 1) {
    try {
      await table.client.send(command);
      return;
    } catch (error) {
      const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
      const refusal = refusalOf(reasons, writes);
      if (refusal) throw refusal;
      const name = error instanceof Error ? error.name : '';
      const mayPass = reasons.some((reason) => transient.has(reason.Code ?? '')) || transientErrors.has(name);
      if (!mayPass) throw error;
      if (attempt + 1 >= attempts) throw new AwardError('TryAgain', { cause: error });
      await pause(attempt);
    }
  }
}
