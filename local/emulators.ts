import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { z } from 'zod';
import { tableSchema } from '#store/schema';
import type { OnClose } from './closing.ts';
import { startDynamoDb } from './dynamodb.ts';
import { readJsonFile, writeAtomically } from './files.ts';
import { filesBucket, region } from './machines.ts';
import { type Meter, metered } from './metering.ts';
import { freePort, keptPort } from './ports.ts';
import { startS3 } from './s3/server.ts';

export const tableName = 'xuechuang';

const credentialsFile = z.object({ accessKeyId: z.string(), secretAccessKey: z.string() });

/** The emulators' credentials: made once for a folder, so that links signed before a restart stay valid. */
async function credentialsOf(dataDir: string) {
  const file = join(dataDir, 'credentials.json');
  const kept = await readJsonFile(file, credentialsFile);
  if (kept) return kept;
  const made = { accessKeyId: 'XUECHUANGBOX', secretAccessKey: randomBytes(24).toString('base64url') };
  await writeAtomically(file, JSON.stringify(made));
  return made;
}

/** The table, made on the first start, and the stream of its changes. */
async function tableStream(client: DynamoDBClient): Promise<string> {
  try {
    await client.send(new CreateTableCommand(tableSchema(tableName)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  if (!Table?.LatestStreamArn) throw new Error('the table has no stream');
  return Table.LatestStreamArn;
}

type Start = {
  readonly dataDir: string;
  readonly host: string;
  readonly log: (line: string) => void;
  readonly onClose: OnClose;
};

/** Table and bucket on this machine, and the clients that the handlers get; the workflows' port is chosen already. */
export async function startEmulators({ dataDir, host, log, onClose }: Start) {
  const credentials = await credentialsOf(dataDir);
  const port = await keptPort(dataDir, 'bucket', host);
  // One after the other: the table's emulator asks for any free port, which must not be the bucket's.
  const s3 = await startS3({ dataDir: join(dataDir, 's3'), host, port, credentials, region, buckets: [filesBucket] });
  onClose(() => s3.close());
  const dynamo = await startDynamoDb({ dataDir, host, log });
  onClose(() => dynamo.close());
  const statesPort = await freePort(host);
  const meter: Meter = {};
  const common = { region, credentials };
  const db = metered(new DynamoDBClient({ ...common, endpoint: dynamo.endpoint }), 'table', meter);
  const files = metered(new S3Client({ ...common, endpoint: s3.endpoint, forcePathStyle: true }), 'bucket', meter);
  const workflows = metered(new SFNClient({ ...common, endpoint: `http://${host}:${statesPort}` }), 'workflows', meter);
  const streams = new DynamoDBStreamsClient({ ...common, endpoint: dynamo.endpoint });
  for (const client of [db, files, workflows, streams]) onClose(() => client.destroy());
  return { credentials, statesPort, meter, db, files, workflows, streams, streamArn: await tableStream(db) };
}

/** How the engine reads and writes the lists of a mass step. */
export const engineBucket = (files: S3Client) => ({
  async get(bucket: string, key: string): Promise<string> {
    const { Body } = await files.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return (await Body?.transformToString()) ?? '';
  },
  async put(bucket: string, key: string, body: string): Promise<void> {
    await files.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
  },
});
