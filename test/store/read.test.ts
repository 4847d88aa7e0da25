import { BatchGetItemCommand, BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { getMany, stage } from '#store/read';
import { itemOf, keyAttributes } from '#store/table';
import { openedFor } from '../support/store-contract/all.ts';
import { readContract } from '../support/store-contract/read.ts';
import { things } from '../support/store-contract/thing.ts';
import { openBoxTable } from '../support/tables.ts';

describe("read on the box's emulator", () => readContract(openedFor(openBoxTable)));

describe('reading and staging before a table that does not do all at once', () => {
  const table = { client: new DynamoDBClient({ region: 'local' }), name: 'store' };
  const mock = mockClient(table.client);
  beforeEach(() => {
    mock.reset();
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const rows = ['a', 'b', 'c'].map((sk) => ({ pk: 'P', sk }));
  const items = rows.map((row) => itemOf(things, row, 1));
  const keys = rows.map(keyAttributes);
  const puts = items.map((Item) => ({ PutRequest: { Item } }));
  const settled = async <T>(work: Promise<T>): Promise<T | unknown> => {
    const ended = work.catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    return ended;
  };

  it('asks again for the keys that were left over, and only for those, until all are read', async () => {
    mock
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: { store: items.slice(2) }, UnprocessedKeys: { store: { Keys: keys.slice(0, 2) } } })
      .resolvesOnce({ Responses: { store: items.slice(0, 1) }, UnprocessedKeys: { store: { Keys: keys.slice(1, 2) } } })
      .resolves({ Responses: { store: items.slice(1, 2) } });
    expect(await settled(getMany(table, rows))).toEqual(rows.map((row) => ({ ...row, version: 1 })));
    const asked = mock.commandCalls(BatchGetItemCommand).map(({ args }) => args[0].input.RequestItems?.['store']);
    expect(asked).toEqual([keys, keys.slice(0, 2), keys.slice(1, 2)].map((Keys) => ({ Keys, ConsistentRead: true })));
  });

  it('writes again what was left over, and only that, until all is written', async () => {
    mock
      .on(BatchWriteItemCommand)
      .resolvesOnce({ UnprocessedItems: { store: puts.slice(1) } })
      .resolves({});
    await settled(stage(table, things, rows));
    const sent = mock.commandCalls(BatchWriteItemCommand).map(({ args }) => args[0].input.RequestItems?.['store']);
    expect(sent).toEqual([puts, puts.slice(1)]);
  });

  it('gives up as TryAgain what stays left over for ever', async () => {
    mock.on(BatchGetItemCommand).resolves({ UnprocessedKeys: { store: { Keys: keys } } });
    mock.on(BatchWriteItemCommand).resolves({ UnprocessedItems: { store: puts } });
    expect(await settled(getMany(table, rows))).toMatchObject({ code: 'TryAgain' });
    expect(await settled(stage(table, things, rows))).toMatchObject({ code: 'TryAgain' });
    expect(mock.commandCalls(BatchGetItemCommand)).toHaveLength(9);
    expect(mock.commandCalls(BatchWriteItemCommand)).toHaveLength(9);
  });

  it('lets an error that it does not know through as it is', async () => {
    const unknown = new TypeError('a mistake of ours');
    mock.on(BatchGetItemCommand).rejects(unknown);
    expect(await settled(getMany(table, rows))).toBe(unknown);
  });
});
