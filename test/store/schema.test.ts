import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { describe, expect, it } from 'vitest';
import { indexNames } from '#store/schema';
import { fromItem } from '#store/table';
import { transact } from '#store/transact';
import { addWithin, create, remove, save } from '#store/writes';
import { openedFor } from '../support/store-contract/all.ts';
import { type Thing, things } from '../support/store-contract/thing.ts';
import { openBoxTable, type TestTable } from '../support/tables.ts';

async function streamOf(table: TestTable, streamArn: string) {
  const client = new DynamoDBStreamsClient({
    endpoint: table.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'box', secretAccessKey: 'box' },
  });
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }));
  const records = [];
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({ StreamArn: streamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
    );
    records.push(...((await client.send(new GetRecordsCommand({ ShardIterator }))).Records ?? []));
  }
  client.destroy();
  return records;
}

describe('the table', () => {
  const on = openedFor(openBoxTable);

  it('has the two indexes and no other', async () => {
    const { Table } = await on().client.send(new DescribeTableCommand({ TableName: on().name }));
    expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).toSorted()).toEqual([...indexNames]);
  });

  it('streams each change of an item in its order, with the image after it', async () => {
    const key = { pk: 'P', sk: 'a' };
    await transact(on(), [create(things, { ...key, text: '一', count: 0 })]);
    await transact(on(), [save(things, { ...key, text: '二', count: 0, version: 1 })]);
    await transact(on(), [addWithin(key, { count: 5 })]);
    await transact(on(), [remove(key)]);
    const { Table } = await on().client.send(new DescribeTableCommand({ TableName: on().name }));
    // Safe: the suite opened it with `openBoxTable`.
    const records = await streamOf(on() as TestTable, Table?.LatestStreamArn ?? '');
    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'MODIFY', 'REMOVE']);
    const images = records.flatMap(({ dynamodb }) => (dynamodb?.NewImage ? [fromItem<Thing>(dynamodb.NewImage)] : []));
    expect(images).toEqual([
      { ...key, text: '一', count: 0, version: 1 },
      { ...key, text: '二', count: 0, version: 2 },
      { ...key, text: '二', count: 5, version: 3 },
    ]);
    expect(records.filter(({ dynamodb }) => dynamodb?.OldImage)).toEqual([]);
  });
});
