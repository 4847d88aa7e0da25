import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { getRequestListener } from '@hono/node-server';
import { instantOf } from '#domain/instants';
import { apiHandler, mailHandler, relayHandler, scheduleHandler, tasksHandler } from '#lambda/handlers';
import type { Dependencies } from '#services/context';
import { openBucket } from '#store/bucket';
import { openExecutions } from '#store/executions';
import { newId } from '#store/ids';
import { openStore } from '#store/store';
import { boxApp } from './box-app.ts';
import { openClock } from './clock.ts';
import { closings, type OnClose } from './closing.ts';
import { consoleApp } from './console/app.ts';
import { openDataFolder } from './data-folder.ts';
import { deadLetterFolder } from './dead-letters.ts';
import { demoPeople, enrolDemoPeople } from './demo-people.ts';
import { engineBucket, startEmulators, tableName } from './emulators.ts';
import { type GatewayHandler, PortInUse, startGateway } from './gateway/server.ts';
import { audience, demoPassword, startIdentity } from './identity/provider.ts';
import { type Definitions, filesBucket, machineArns, machinesOf, region } from './machines.ts';
import { folderMailer } from './mail.ts';
import { freePort } from './ports.ts';
import { openEngine } from './states/engine.ts';
import { serveStates } from './states/server.ts';
import { startStream } from './stream.ts';
import { startTicker } from './ticker.ts';

const host = '127.0.0.1';

type BoxOptions = {
  readonly dataDir: string;
  /** 0 chooses a free one. */
  readonly port: number;
  readonly fresh?: boolean;
  /** The day on which the clock of a new folder begins. */
  readonly from?: string | undefined;
  /** Other workflows than the system's own: what they decide is shown by taking a piece of them away. */
  readonly definitions?: Definitions;
  /** The folder of the built console; none for scripts that need no pages. */
  readonly console?: string | undefined;
  readonly log?: (line: string) => void;
};

export type Box = Awaited<ReturnType<typeof openBox>>;

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException | undefined)?.code === 'EADDRINUSE';

/** What crosses a Lambda's boundary is JSON. */
const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? null)) as T;

/** The whole system on this machine: emulators, handlers, workflows, sign-in and pages. */
export async function openBox(options: BoxOptions) {
  for (let attempt = 1; ; attempt += 1) {
    const { onClose, close } = closings();
    try {
      return { ...(await openParts(options, onClose)), close };
    } catch (error) {
      await close();
      // Any port will do, and one that was free a moment ago went to somebody else meanwhile.
      const isOurs = error instanceof PortInUse ? options.port === 0 : isTaken(error);
      if (!isOurs || attempt === 5) throw error;
    }
  }
}

async function openParts(
  { dataDir, port: wanted, fresh = false, from, definitions, console: pagesFolder, log = console.error }: BoxOptions,
  onClose: OnClose,
) {
  const port = wanted === 0 ? await freePort(host) : wanted;
  const url = `http://${host}:${port}`;
  const lock = await openDataFolder(dataDir, url, fresh);
  onClose(() => lock.release());
  const clock = await openClock(dataDir, from === undefined ? undefined : Date.parse(`${from}T09:00:00+08:00`));
  const emulators = await startEmulators({ dataDir, host, log, onClose });

  const dependencies: Dependencies = {
    store: openStore({ client: emulators.db, name: tableName }),
    bucket: openBucket(emulators.files, filesBucket),
    executions: openExecutions(emulators.workflows, machineArns),
    clock: { now: () => instantOf(clock.now()) },
    ids: { next: newId },
    logger: {
      info: () => undefined,
      error: (message, details) => log(`${message} ${JSON.stringify(details ?? {})}`),
    },
  };
  await enrolDemoPeople(dependencies);

  const runTask = tasksHandler(dependencies);
  const engine = await openEngine({
    dataDir,
    region,
    clock,
    machines: machinesOf(definitions),
    // Safe: the definitions' payloads name task, execution and input; the handler checks the task.
    invoke: async (_, payload) => overTheWire(await runTask(overTheWire(payload) as Parameters<typeof runTask>[0])),
    s3: engineBucket(emulators.files),
  });
  onClose(() => engine.close());
  const states = await serveStates(engine, { host, port: emulators.statesPort, credentials: emulators.credentials });
  onClose(() => states.close());

  const { streams: client, streamArn } = emulators;
  const relay = await startStream({
    consumer: 'relay',
    client,
    streamArn,
    dataDir,
    handler: relayHandler(dependencies),
  });
  onClose(() => relay.stop());
  const mail = folderMailer(join(dataDir, 'mail'));
  const post = await startStream({
    consumer: 'mail',
    client,
    streamArn,
    dataDir,
    handler: mailHandler(dependencies, mail),
  });
  onClose(() => post.stop());
  const ticker = startTicker({ clock, handler: scheduleHandler(dependencies) });
  onClose(() => ticker.stop());

  const identity = await startIdentity({
    issuer: `${url}/identity`,
    dataDir,
    people: demoPeople,
    now: () => clock.now(),
  });
  onClose(() => identity.close());
  const requests = { calls: 0, milliseconds: 0 };
  const engineSwitch = switchOf(engine);
  const pages = boxApp({
    people: demoPeople,
    demoPassword,
    hasConsole: pagesFolder !== undefined,
    clock,
    engine: engineSwitch,
    mail,
    deadLetters: deadLetterFolder(join(dataDir, 'dead-letters')),
    meter: () => ({ ...emulators.meter, requests }),
  });
  const handler = timed(dependencies, requests);
  const desks = (folder: string) => consoleApp({ folder, issuer: identity.issuer });
  const gateway = await startGateway({
    port,
    host,
    tokens: { issuer: identity.issuer, audience, jwksUri: identity.jwksUri },
    routes: [
      { pathPrefix: '/api/public', auth: 'optional', handler },
      { pathPrefix: '/api/openapi.json', auth: 'none', handler },
      { pathPrefix: '/api/docs', auth: 'none', handler },
      { pathPrefix: '/api', auth: 'jwt', handler },
      { pathPrefix: '/identity', node: identity.handler },
      ...(pagesFolder ? [{ pathPrefix: '/console', node: getRequestListener(desks(pagesFolder).fetch) }] : []),
      { pathPrefix: '/', node: getRequestListener(pages.fetch) },
    ],
  });
  onClose(() => gateway.close());
  return { url, clock, engine: engineSwitch, dependencies };
}

/** The API's handler with the time that its requests took. */
function timed(on: Dependencies, total: { calls: number; milliseconds: number }): GatewayHandler {
  // Safe: the gateway builds the HTTP API's event and passes on what the adapter answers.
  const api = apiHandler(on) as unknown as GatewayHandler;
  return async (event, context) => {
    const began = performance.now();
    try {
      return await api(event, context);
    } finally {
      total.calls += 1;
      total.milliseconds += performance.now() - began;
    }
  };
}

/** Pausing shows that the workflows are the system: nothing advances without them. */
function switchOf(engine: { pause(): void; resume(): void }) {
  let state: 'running' | 'paused' = 'running';
  return {
    state: () => state,
    pause() {
      engine.pause();
      state = 'paused';
    },
    resume() {
      engine.resume();
      state = 'running';
    },
  };
}
