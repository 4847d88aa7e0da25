import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import initSqlJs from 'sql.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDynamoDb } from '#local/dynamodb';
import { prepareDatabase } from '#local/stream-table';
import { tableSchema } from '#store/schema';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stream-table-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe("the emulator's table of stream records", () => {
  it('leaves a database that is there as it is', async () => {
    const file = join(dataDir, 'table.sqlite');
    await writeFile(file, 'kept');
    await prepareDatabase(file);
    expect(await readFile(file, 'utf8')).toBe('kept');
  });

  it('is laid out as the emulator uses it, and both of its look-ups go through an index', async () => {
    const emulator = await startDynamoDb({ dataDir });
    const client = new DynamoDBClient({
      endpoint: emulator.endpoint,
      region: 'local',
      credentials: { accessKeyId: 'box', secretAccessKey: 'box' },
    });
    await client.send(new CreateTableCommand(tableSchema('xuechuang')));
    await client.send(new PutItemCommand({ TableName: 'xuechuang', Item: { pk: { S: 'a' }, sk: { S: '-' } } }));
    client.destroy();
    await emulator.close();

    const { Database } = await initSqlJs();
    const bytes = await readFile(join(dataDir, 'dynamodb', 'table.sqlite'));
    // Bytes 18 and 19 name the journal: sql.js has no shared memory for the log, which is empty after a clean end.
    bytes.fill(1, 18, 20);
    const database = new Database(bytes);
    const rows = (sql: string): unknown[][] => database.exec(sql)[0]?.values ?? [];
    expect(rows('SELECT event_name, sequence_number FROM _stream_records')).toEqual([['INSERT', '1']]);
    const planOf = (sql: string): string => String(rows(`EXPLAIN QUERY PLAN ${sql}`)[0]?.at(-1));
    expect(
      planOf("SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = 'xuechuang'"),
    ).toContain('_stream_records_order');
    expect(
      planOf("SELECT MIN(sequence_number) FROM _stream_records WHERE table_name = 'xuechuang' AND shard_id = 'x'"),
    ).toContain('_stream_records_shard');
    database.close();
  });
});
