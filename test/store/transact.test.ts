import {
  DynamoDBClient,
  InternalServerError,
  ResourceNotFoundException,
  ThrottlingException,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { transact } from '#store/transact';
import { create } from '#store/writes';
import { openedFor } from '../support/store-contract/all.ts';
import { things } from '../support/store-contract/thing.ts';
import { transactContract } from '../support/store-contract/transact.ts';
import { openBoxTable } from '../support/tables.ts';

describe("transact on the box's emulator", () => transactContract(openedFor(openBoxTable)));

describe('transact before a table in trouble', () => {
  const table = { client: new DynamoDBClient({ region: 'local' }), name: 'store' };
  const mock = mockClient(table.client);
  beforeEach(() => {
    mock.reset();
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const cancelled = (...codes: string[]) =>
    new TransactionCanceledException({
      message: 'cancelled',
      $metadata: {},
      CancellationReasons: codes.map((Code) => ({ Code })),
    });
  const refused = new Error('refused');
  const writes = ['a', 'b'].map((sk) => create(things, { pk: 'P', sk }, () => refused));

  /** How it ended and after how many tries; the pauses between them cost no time. */
  async function outcome(): Promise<{ ended: unknown; tries: number }> {
    const ending = transact(table, writes).then(
      () => 'written',
      (error: unknown) => error,
    );
    await vi.runAllTimersAsync();
    return { ended: await ending, tries: mock.commandCalls(TransactWriteItemsCommand).length };
  }
  const answer = () => mock.on(TransactWriteItemsCommand);

  it('tries again after a conflict with another writer', async () => {
    answer().rejectsOnce(cancelled('None', 'TransactionConflict')).resolves({});
    expect(await outcome()).toEqual({ ended: 'written', tries: 2 });
  });

  it('tries again when it was throttled, whole or in one action, and after a fault of the service', async () => {
    answer()
      .rejectsOnce(new ThrottlingException({ message: 'slow down', $metadata: {} }))
      .rejectsOnce(cancelled('ThrottlingError', 'None'))
      .rejectsOnce(cancelled('None', 'ProvisionedThroughputExceeded'))
      .rejectsOnce(new InternalServerError({ message: 'fault', $metadata: {} }))
      .resolves({});
    expect(await outcome()).toEqual({ ended: 'written', tries: 5 });
  });

  it('sends every try under the same token, so that a try that did arrive counts', async () => {
    answer().rejectsOnce(cancelled('TransactionConflict')).rejectsOnce(cancelled('TransactionConflict')).resolves({});
    await outcome();
    await outcome();
    const tokens = mock.commandCalls(TransactWriteItemsCommand).map(({ args }) => args[0].input.ClientRequestToken);
    expect(tokens).toHaveLength(4);
    expect(new Set(tokens.slice(0, 3)).size).toBe(1);
    expect(tokens[3]).not.toBe(tokens[0]);
  });

  it('gives up a conflict that does not end as TryAgain, with its cause', async () => {
    const conflict = cancelled('TransactionConflict', 'None');
    answer().rejects(conflict);
    expect(await outcome()).toMatchObject({ ended: { code: 'TryAgain', cause: conflict }, tries: 8 });
  });

  it('never tries a failed condition again', async () => {
    answer().rejects(cancelled('None', 'ConditionalCheckFailed'));
    expect(await outcome()).toEqual({ ended: refused, tries: 1 });
  });

  it('takes a failed condition beside a conflict for what it is', async () => {
    answer().rejects(cancelled('TransactionConflict', 'ConditionalCheckFailed'));
    expect(await outcome()).toEqual({ ended: refused, tries: 1 });
  });

  it('lets an error that it does not know through as it is, at once', async () => {
    for (const unknown of [
      new ResourceNotFoundException({ message: 'no such table', $metadata: {} }),
      cancelled('ValidationError', 'None'),
      new TypeError('a mistake of ours'),
    ]) {
      mock.reset();
      answer().rejects(unknown);
      expect(await outcome()).toEqual({ ended: unknown, tries: 1 });
    }
  });
});
