import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { manualClock, type VirtualClock } from '#local/clock';
import { type Engine, type EngineOptions, openEngine } from '#local/states/engine';
import { type StatesServer, serveStates } from '#local/states/server';

/** A function of the box, by name. */
type Functions = Readonly<Record<string, (payload: never) => unknown>>;

type BoxOptions = {
  readonly machines: Readonly<Record<string, object>>;
  readonly functions?: Functions;
  readonly clock?: VirtualClock;
  readonly dataDir?: string;
  readonly s3?: EngineOptions['s3'];
};

export const day = 86_400_000;

/** An engine behind its wire, with the real client before it. */
export type Box = {
  readonly engine: Engine;
  readonly server: StatesServer;
  readonly client: SFNClient;
  readonly clock: VirtualClock;
  readonly dataDir: string;
  /** Starts an execution and lets everything run that can. */
  start(machine: string, input?: unknown, name?: string): Promise<string>;
  /** How the execution stands, its payloads parsed. */
  describe(arn: string): Promise<Described>;
  /** Starts an execution, lets it run and tells how it stands. */
  run(machine: string, input?: unknown): Promise<Described>;
  eventTypes(arn: string): Promise<string[]>;
  advance(ms: number): Promise<void>;
  /** Stops the engine and opens it anew on the same folder, so much later. */
  reopen(laterMs?: number): Promise<Box>;
  close(): Promise<void>;
};

type Described = { status: string; input: unknown; output: unknown; error?: string; cause?: string };

export const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };

export async function openBox(options: BoxOptions): Promise<Box> {
  const { machines, functions = {}, clock = manualClock('2026-03-02T09:00:00+08:00') } = options;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'states-')));
  const engine = await openEngine({
    dataDir,
    clock,
    machines: Object.fromEntries(Object.entries(machines).map(([name, definition]) => [name, { definition }])),
    invoke: async (name, payload) => {
      const known = functions[name];
      if (!known) throw Object.assign(new Error(`no function ${name}`), { name: 'Lambda.ResourceNotFoundException' });
      return known(payload as never);
    },
    ...(options.s3 ? { s3: options.s3 } : {}),
  });
  const server = await serveStates(engine, { host: '127.0.0.1', port: 0, credentials });
  const client = new SFNClient({ endpoint: server.endpoint, region: 'cn-local-1', credentials, maxAttempts: 1 });
  const shut = async () => {
    client.destroy();
    await server.close();
    await engine.close();
  };
  const box: Box = {
    engine,
    server,
    client,
    clock,
    dataDir,
    async start(machine, input = {}, name) {
      const stateMachineArn = arnOf(machine);
      const started = await client.send(
        new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input), ...(name ? { name } : {}) }),
      );
      await engine.idle();
      return started.executionArn ?? '';
    },
    async describe(executionArn) {
      const told = await client.send(new DescribeExecutionCommand({ executionArn }));
      return {
        status: told.status ?? '',
        input: JSON.parse(told.input ?? 'null'),
        output: told.output === undefined ? undefined : JSON.parse(told.output),
        ...(told.error === undefined ? {} : { error: told.error }),
        ...(told.cause === undefined ? {} : { cause: told.cause }),
      };
    },
    run: async (machine, input) => box.describe(await box.start(machine, input)),
    async eventTypes(executionArn) {
      const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1_000 }));
      return events.map(({ type }) => type ?? '');
    },
    async advance(ms) {
      await clock.advanceBy(ms);
      await engine.idle();
    },
    async reopen(laterMs = 0) {
      await shut();
      await clock.advanceBy(laterMs);
      const again = await openBox({ ...options, clock, dataDir });
      await again.engine.idle();
      return again;
    },
    async close() {
      await shut();
      await rm(dataDir, { recursive: true });
    },
  };
  return box;
}

export const arnOf = (machine: string): string => `arn:aws:states:cn-local-1:000000000000:stateMachine:${machine}`;

/** A machine of these states; the first one starts. */
export const machineOf = (states: Record<string, object>, more: object = {}): object => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(states)[0],
  States: states,
  ...more,
});

/** A task that calls a function. */
export const call = (name: string, more: object = {}, payload: unknown = '{% $states.input %}'): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: payload },
  ...more,
});

/** A gate: a task that waits for its token, which the function `open-gate` gets. */
export const gate = (more: object = {}): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: 'open-gate', Payload: { token: '{% $states.context.Task.Token %}' } },
  ...more,
});
