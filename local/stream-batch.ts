import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | undefined>;

type Delivery = {
  readonly handler: StreamHandler;
  readonly maximumRetryAttempts: number;
  /** Called after each record that needs no further attempt, in order. */
  readonly onDone: (record: DynamoDBRecord) => Promise<void>;
  readonly onGivenUp: (record: DynamoDBRecord, attempts: number, error: unknown) => Promise<void>;
  readonly beforeRetry: (attempt: number) => Promise<void>;
};

type Outcome = {
  /** How many records of the batch, from its first, are done. */
  readonly accepted: number;
  /** The handler named the record after them as the one that failed. */
  readonly located: boolean;
  readonly error?: unknown;
};

/**
 * Delivers records in order as Lambda's event source mapping does with `ReportBatchItemFailures` and
 * `BisectBatchOnFunctionError`: what lies before the lowest reported failure is done; a batch that throws is halved
 * until the one record that fails stands alone. That record is given up after its retries, and the rest goes on.
 */
export async function deliver(records: readonly DynamoDBRecord[], delivery: Delivery): Promise<void> {
  let rest = records;
  let batchSize = records.length;
  let attempts = 0;
  while (rest.length > 0) {
    const batch = rest.slice(0, batchSize);
    const { accepted, located, error } = await attempt(batch, delivery.handler);
    const last = batch[accepted - 1];
    if (last) {
      await delivery.onDone(last);
      attempts = 0;
    }
    rest = rest.slice(accepted);
    const [failed] = rest;
    if (accepted === batch.length || !failed) {
      batchSize = rest.length;
    } else if (!located && batch.length > 1) {
      batchSize = Math.ceil(batch.length / 2);
    } else if (attempts < delivery.maximumRetryAttempts) {
      attempts += 1;
      batchSize = 1;
      await delivery.beforeRetry(attempts);
    } else {
      await delivery.onGivenUp(failed, attempts + 1, error);
      await delivery.onDone(failed);
      rest = rest.slice(1);
      attempts = 0;
      batchSize = rest.length;
    }
  }
}

async function attempt(batch: readonly DynamoDBRecord[], handler: StreamHandler): Promise<Outcome> {
  try {
    const response = await handler({ Records: [...batch] });
    const failures = response?.batchItemFailures ?? [];
    if (failures.length === 0) return { accepted: batch.length, located: false };
    const positions = failures.map(({ itemIdentifier }) =>
      batch.findIndex((record) => record.dynamodb?.SequenceNumber === itemIdentifier),
    );
    const first = Math.min(...positions);
    // An identifier that is not of this batch makes the whole batch a failure, as in Lambda.
    return { accepted: Math.max(0, first), located: first >= 0, error: 'reported in batchItemFailures' };
  } catch (error) {
    return { accepted: 0, located: false, error };
  }
}
