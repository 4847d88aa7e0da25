import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { getRequestListener } from '@hono/node-server';
import { z } from 'zod';
import { instantOf } from '#domain/instants';
import { apiHandler, relayHandler, scheduleHandler, tasksHandler } from '#lambda/handlers';
import type { Dependencies } from '#services/context';
import { openBucket } from '#store/bucket';
import { type Machines, openExecutions } from '#store/executions';
import { newId } from '#store/ids';
import { tableSchema } from '#store/schema';
import { openStore } from '#store/store';
import { definitions, placeholders, substituted, workflowNames } from '#workflows';
import { boxApp } from './box-app.ts';
import { openClock } from './clock.ts';
import { openDataFolder } from './data-folder.ts';
import { deadLetterFolder } from './dead-letters.ts';
import { demoPeople, enrolDemoPeople } from './demo-people.ts';
import { startDynamoDb } from './dynamodb.ts';
import { readJsonFile, writeAtomically } from './files.ts';
import { type GatewayHandler, startGateway } from './gateway/server.ts';
import { audience, demoPassword, startIdentity } from './identity/provider.ts';
import { folderMailer } from './mail.ts';
import { type Meter, metered } from './metering.ts';
import { freePort } from './ports.ts';
import { startS3 } from './s3/server.ts';
import { type Engine, openEngine } from './states/engine.ts';
import { serveStates } from './states/server.ts';
import { startStream } from './stream.ts';
import { startTicker } from './ticker.ts';

const TABLE = 'xuechuang';
const BUCKET = 'files';
const REGION = 'cn-local-1';
const host = '127.0.0.1';

type BoxOptions = {
  readonly dataDir: string;
  /** 0 chooses a free one. */
  readonly port: number;
  readonly fresh?: boolean;
  /** Where the clock of a new folder begins. */
  readonly from?: string | undefined;
  readonly log?: (line: string) => void;
};

export type Box = Awaited<ReturnType<typeof openBox>>;

type Closing = () => unknown;

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
    await client.send(new CreateTableCommand(tableSchema(TABLE)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  const { Table } = await client.send(new DescribeTableCommand({ TableName: TABLE }));
  if (!Table?.LatestStreamArn) throw new Error('the table has no stream');
  return Table.LatestStreamArn;
}

const machineArn = (name: string): string => `arn:aws:states:${REGION}:000000000000:stateMachine:${name}`;
const machineArns = Object.fromEntries(workflowNames.map((name) => [name, machineArn(name)])) as Machines;

/** The definitions with every placeholder filled: a task's function is named as the task is. */
const machines = () =>
  Object.fromEntries(
    workflowNames.map((name) => {
      const values = Object.fromEntries(placeholders(definitions[name]).map((task) => [task, task]));
      const own = { FilesBucket: BUCKET, PublicityMachine: machineArn('publicity') };
      return [name, { definition: substituted(definitions[name], { ...values, ...own }) }];
    }),
  );

/** What crosses a Lambda's boundary is JSON. */
const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? null)) as T;

/** The whole system on this machine: emulators, handlers, workflows, sign-in and pages. */
export async function openBox({ dataDir, port: wanted, fresh = false, from, log = console.error }: BoxOptions) {
  const port = wanted === 0 ? await freePort(host) : wanted;
  const url = `http://${host}:${port}`;
  const closings: Closing[] = [];
  const onClose = <T>(part: T, closing: (part: T) => unknown): T => {
    closings.unshift(() => closing(part));
    return part;
  };
  const close = async (): Promise<void> => {
    for (const closing of closings.splice(0)) await closing();
  };

  try {
    onClose(await openDataFolder(dataDir, url, fresh), (lock) => lock.release());
    const credentials = await credentialsOf(dataDir);
    const [clock, dynamo, s3] = await Promise.all([
      openClock(dataDir, from === undefined ? undefined : Date.parse(`${from}T09:00:00+08:00`)),
      startDynamoDb({ dataDir, host, log }),
      startS3({ dataDir: join(dataDir, 's3'), host, credentials, region: REGION, buckets: [BUCKET] }),
    ]);
    onClose(dynamo, (part) => part.close());
    onClose(s3, (part) => part.close());

    const meter: Meter = {};
    const common = { region: REGION, credentials };
    const db = onClose(
      metered(new DynamoDBClient({ ...common, endpoint: dynamo.endpoint }), 'table', meter),
      (client) => client.destroy(),
    );
    const files = onClose(
      metered(new S3Client({ ...common, endpoint: s3.endpoint, forcePathStyle: true }), 'bucket', meter),
      (client) => client.destroy(),
    );
    const streams = onClose(new DynamoDBStreamsClient({ ...common, endpoint: dynamo.endpoint }), (client) =>
      client.destroy(),
    );
    const streamArn = await tableStream(db);

    let runTask: ReturnType<typeof tasksHandler> | undefined;
    const engine: Engine = onClose(
      await openEngine({
        dataDir,
        region: REGION,
        clock,
        machines: machines(),
        invoke: async (_, payload) => {
          if (!runTask) throw Object.assign(new Error('starting'), { name: 'Lambda.ServiceException' });
          return overTheWire(await runTask(overTheWire(payload) as Parameters<typeof runTask>[0]));
        },
        s3: {
          get: async (bucket, key) =>
            (await (await files.send(new GetObjectCommand({ Bucket: bucket, Key: key }))).Body?.transformToString()) ??
            '',
          put: async (bucket, key, body) => {
            await files.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
          },
        },
      }),
      (part) => part.close(),
    );
    const states = onClose(await serveStates(engine, { host, port: 0, credentials }), (part) => part.close());
    const sfn = onClose(
      metered(new SFNClient({ ...common, endpoint: states.endpoint }), 'workflows', meter),
      (client) => client.destroy(),
    );

    const dependencies: Dependencies = {
      store: openStore({ client: db, name: TABLE }),
      bucket: openBucket(files, BUCKET),
      executions: openExecutions(sfn, machineArns),
      clock: { now: () => instantOf(clock.now()) },
      ids: { next: newId },
      logger: {
        info: () => undefined,
        error: (message, details) => log(`${message} ${JSON.stringify(details ?? {})}`),
      },
    };
    runTask = tasksHandler(dependencies);
    await enrolDemoPeople(dependencies);

    const relay = onClose(
      await startStream({
        consumer: 'relay',
        client: streams,
        streamArn,
        dataDir,
        handler: relayHandler(dependencies),
      }),
      (part) => part.stop(),
    );
    const ticker = onClose(startTicker({ clock, handler: scheduleHandler(dependencies) }), (part) => part.stop());

    const identity = onClose(await startIdentity({ issuer: `${url}/identity`, dataDir, people: demoPeople }), (part) =>
      part.close(),
    );
    const mail = folderMailer(join(dataDir, 'mail'));
    let engineState: 'running' | 'paused' = 'running';
    const handlerTime = { requests: 0, milliseconds: 0 };
    const pages = boxApp({
      people: demoPeople,
      demoPassword,
      clock,
      engine: {
        state: () => engineState,
        pause: () => {
          engine.pause();
          engineState = 'paused';
        },
        resume: () => {
          engine.resume();
          engineState = 'running';
        },
      },
      mail,
      deadLetters: deadLetterFolder(join(dataDir, 'dead-letters')),
      meter: () => ({ ...meter, requests: { calls: handlerTime.requests, milliseconds: handlerTime.milliseconds } }),
    });
    // Safe: the gateway builds the HTTP API's event and passes back what the adapter answers.
    const api = apiHandler(dependencies) as unknown as GatewayHandler;
    const timed: GatewayHandler = async (event, context) => {
      const began = performance.now();
      try {
        return await api(event, context);
      } finally {
        handlerTime.requests += 1;
        handlerTime.milliseconds += performance.now() - began;
      }
    };
    onClose(
      await startGateway({
        port,
        host,
        tokens: { issuer: identity.issuer, audience, jwksUri: identity.jwksUri },
        routes: [
          { pathPrefix: '/api/public', auth: 'optional', handler: timed },
          { pathPrefix: '/api/openapi.json', auth: 'none', handler: timed },
          { pathPrefix: '/api/docs', auth: 'none', handler: timed },
          { pathPrefix: '/api', auth: 'jwt', handler: timed },
          { pathPrefix: '/identity', node: identity.handler },
          { pathPrefix: '/', node: getRequestListener(pages.fetch) },
        ],
      }),
      (part) => part.close(),
    );
    return { url, clock, engine, relay, ticker, dependencies, close };
  } catch (error) {
    await close();
    throw error;
  }
}
