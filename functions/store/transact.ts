import { randomUUID } from 'node:crypto';
import {
  type CancellationReason,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { AwardError } from '#domain/errors';
import { pause } from './pause.ts';
import type { Table } from './table.ts';
import type { Write } from './writes.ts';

/** The limits of one transaction at AWS. */
export const MOST_WRITES = 100;
const TRIES = 8;

const transient = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);
const transientErrors = new Set([
  'TransactionInProgressException',
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'InternalServerError',
]);

const refusalOf = (reasons: readonly CancellationReason[], writes: readonly Write[]): Error | undefined => {
  const at = reasons.findIndex((reason) => reason.Code === 'ConditionalCheckFailed');
  return at < 0 ? undefined : writes[at]?.refused();
};

/**
 * Writes everything or nothing. A condition that fails becomes the refusal of its write; what only collided with
 * another writer is tried again with jitter, and then told as `TryAgain`. All tries carry one token: where an answer
 * was lost although the transaction had been written, the next try finds it done instead of doing it twice.
 */
export async function transact(table: Table, writes: readonly Write[]): Promise<void> {
  if (writes.length > MOST_WRITES)
    throw new Error(`a transaction of ${writes.length} writes; ${MOST_WRITES} is the most`);
  const command = new TransactWriteItemsCommand({
    TransactItems: writes.map((write) => write.item(table)),
    ClientRequestToken: randomUUID(),
  });
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
      if (attempt + 1 >= TRIES) throw new AwardError('TryAgain', { cause: error });
      await pause(attempt);
    }
  }
}
