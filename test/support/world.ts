import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { instantOf } from '#domain/instants';
import type { Actor, Grant } from '#domain/people';
import { manualClock, type VirtualClock } from '#local/clock';
import { startDynamoDb } from '#local/dynamodb';
import { startS3 } from '#local/s3/server';
import type { Context, Dependencies } from '#services/context';
import { openBucket } from '#store/bucket';
import type { Executions } from '#store/executions';
import { tableSchema } from '#store/schema';
import { openStore } from '#store/store';
import type { Table } from '#store/table';

const credentials = { accessKeyId: 'box', secretAccessKey: 'only on this machine' };

/** Verbs never speak to the workflows themselves; where one did, its test would fail here. */
const unreachable = (): never => {
  throw new Error('a verb called the workflows');
};
const noExecutions: Executions = {
  start: unreachable,
  succeed: unreachable,
  describe: unreachable,
  history: unreachable,
  stop: unreachable,
};

export type World = Dependencies & {
  readonly table: Table;
  readonly time: VirtualClock;
  /** A context in which this actor, who has just signed in, makes one request. */
  as(actor: Actor, idempotency?: { key: string; hash: string }): Context;
  end(): Promise<void>;
};

/** A person with these grants; the name is the id. */
export const person = (personId: string, ...grants: Grant[]): Actor => ({
  kind: 'person',
  personId,
  name: personId,
  grants,
});
export const system: Actor = { kind: 'system', process: 'test' };

/** The real table and bucket of the box on a folder of their own, with a clock that stands still until moved. */
export async function openWorld(start = '2026-03-02T09:00:00+08:00'): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'world-'));
  const [dynamo, s3] = await Promise.all([
    startDynamoDb({ dataDir }),
    startS3({ dataDir: join(dataDir, 's3'), credentials, buckets: ['files'] }),
  ]);
  const client = new DynamoDBClient({ endpoint: dynamo.endpoint, region: 'local', credentials });
  const table: Table = { client, name: 'xuechuang' };
  await client.send(new CreateTableCommand(tableSchema(table.name)));
  const s3Client = new S3Client({ endpoint: s3.endpoint, region: 'us-east-1', forcePathStyle: true, credentials });
  const time = manualClock(start);
  const counts = new Map<string, number>();
  let requests = 0;
  const on: Dependencies = {
    store: openStore(table),
    bucket: openBucket(s3Client, 'files'),
    executions: noExecutions,
    clock: { now: () => instantOf(time.now()) },
    ids: {
      next(kind) {
        const count = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, count);
        return `${kind}-${count}`;
      },
    },
    logger: { info: () => undefined, error: () => undefined },
  };
  return {
    ...on,
    table,
    time,
    as(actor, idempotency) {
      requests += 1;
      const id = `request-${requests}`;
      return { ...on, actor, request: { id, signedInAt: on.clock.now(), ...(idempotency && { idempotency }) } };
    },
    async end() {
      client.destroy();
      s3Client.destroy();
      await Promise.all([dynamo.close(), s3.close()]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
