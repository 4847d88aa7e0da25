import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDynamoDb } from '#local/dynamodb';
import { layEmptyDatabase } from '#local/empty-database';
import { createStreamedTable, localClientConfig } from './fixtures/table.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'empty-database-'));
});
afterEach(() => rm(dataDir, { recursive: true, maxRetries: 3 }));

describe('the database that a new box begins with', () => {
  it('is taken up by the emulator, with the indexes of its stream', async () => {
    const dynamo = await startDynamoDb({ dataDir });
    const client = new DynamoDBClient(localClientConfig(dynamo.endpoint));
    await createStreamedTable(client, 'streamed');
    await client.send(new PutItemCommand({ TableName: 'streamed', Item: { pk: { S: 'a' } } }));
    client.destroy();
    await dynamo.close();
    const schema = (await readFile(join(dataDir, 'dynamodb', 'table.sqlite'))).toString('latin1');
    expect(schema).toContain('CREATE INDEX box_stream_place ON _stream_records');
    expect(schema).toContain('CREATE INDEX box_stream_last ON _stream_records');
  });

  it('never takes the place of one that is there', async () => {
    const file = join(dataDir, 'table.sqlite');
    await writeFile(file, 'what people wrote');
    await layEmptyDatabase(file);
    expect(await readFile(file, 'utf8')).toBe('what people wrote');
  });
});
