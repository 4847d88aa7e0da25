import { createHash } from 'node:crypto';
import type { ClassicLevel } from 'classic-level';
import type { VirtualClock } from '../clock.ts';
import { type Activity, createPool } from './activity.ts';
import { createArns } from './arns.ts';
import { drive } from './drive.ts';
import { createEvaluator } from './expressions.ts';
import type { Execution } from './frames.ts';
import { withinSeconds } from './invocations.ts';
import type { Journal } from './journal.ts';
import { keys } from './keys.ts';
import { type Launcher, launch, setAlarm } from './launch.ts';
import { type Bucket, executionAlarm, type Kernel, type Live, type Machine } from './live.ts';
import { checkDefinition } from './load.ts';
import { createTokens } from './tokens.ts';
import { Turn } from './turn.ts';

export type EngineOptions = {
  /** The engine keeps its store in this folder. */
  readonly dataDir: string;
  /** By name; ASL in JSONata, substitutions applied. */
  readonly machines: Readonly<Record<string, { readonly definition: object; readonly timeoutSeconds?: number }>>;
  /** A thrown error's name becomes the error, its message the cause. */
  readonly invoke: (functionArnOrName: string, payload: unknown) => Promise<unknown>;
  readonly clock: VirtualClock;
  /** For distributed Map: ItemReader and ResultWriter. */
  readonly s3?: Bucket;
  readonly region?: string;
  readonly accountId?: string;
};

/** So many functions at once. */
const invocationsAtOnce = 64;

export type Parts = {
  readonly options: EngineOptions;
  readonly db: ClassicLevel;
  readonly journal: Journal;
  readonly activity: Activity;
  readonly tokenSecret: string;
  readonly lastOrder: number;
};

/** What the calls, the turns and the recovery share. */
export type Core = Kernel & {
  readonly machines: ReadonlyMap<string, Machine>;
  /** Runs one turn of an execution that is still running; resolves with its answer when it is on the disk. */
  turn<T>(live: Live, work: (turn: Turn) => T | Promise<T>): Promise<T | undefined>;
  live(arn: string): Live | undefined;
  close(): Promise<void>;
};

export function createKernel({ options, db, journal, activity, tokenSecret, lastOrder }: Parts): Core {
  const { clock, region = 'cn-local-1', accountId = '000000000000' } = options;
  const arns = createArns(region, accountId);
  const lives = new Map<string, Live>();
  const machines = machinesOf(options.machines, arns.machine);
  const pool = createPool(invocationsAtOnce);
  const closing = new AbortController();
  let order = lastOrder;

  const report = (cause: unknown): void => {
    if (!closing.signal.aborted) console.error('states: the engine has failed', cause);
  };
  const launcher = (): Launcher => ({
    kernel,
    track: activity.track,
    invoke: ({ functionName, payload }, timeoutSeconds) =>
      activity.track(pool(() => withinSeconds(timeoutSeconds, options.invoke(functionName, payload)))),
    at: (instant, signal, then) => void clock.sleepUntil(instant, signal).then(then, () => undefined),
  });

  const kernel: Core = {
    arns,
    tokens: createTokens(tokenSecret),
    evaluate: createEvaluator(clock.now),
    region,
    s3: options.s3,
    machines,
    now: clock.now,
    nextOrder: () => ++order,
    machine: (arn) => machines.get(arn),
    find: (arn) => lives.get(arn)?.record ?? storedExecution(db, arn),
    alive: () => lives.values(),
    live: (arn) => lives.get(arn),
    admit: (live) => void lives.set(live.record.arn, live),
    forget: (live) => void lives.delete(live.record.arn),
    write: (ops) => journal.write(ops),
    turn(live, work) {
      const begun = live.tail.then(() => perform(kernel, live, work, closing.signal));
      live.tail = begun.then(
        () => undefined,
        () => undefined,
      );
      return activity.track(begun.then(({ durable }) => durable));
    },
    launch(live, frame) {
      const { step } = frame;
      activity.whenRunning(() => {
        // It may have gone on, or away, while its launch was held back.
        const isCurrent = live.frames.get(frame.id) === frame && frame.step === step;
        if (isCurrent && !closing.signal.aborted) launch(launcher(), live, frame);
      });
    },
    launchExecution(live) {
      const ring = () => activity.whenRunning(() => expire(kernel, live, report));
      if (!closing.signal.aborted) setAlarm(launcher(), live, executionAlarm, live.record.deadline, ring);
      for (const frame of live.frames.values()) kernel.launch(live, frame);
    },
    post(live, id, visit, news) {
      const work = (turn: Turn) => {
        const frame = live.frames.get(id);
        return frame?.visit === visit ? drive(turn, frame, news) : undefined;
      };
      activity.whenRunning(() => void kernel.turn(live, work).catch(report));
    },
    notify(waiter, arn) {
      const live = lives.get(waiter.executionArn);
      if (live) kernel.post(live, waiter.frame, waiter.visit, { kind: 'execution', arn, index: waiter.index });
    },
    abort(orphans) {
      for (const arn of orphans) {
        const live = lives.get(arn);
        if (live) void kernel.turn(live, (turn) => turn.finish('ABORTED', {})).catch(report);
      }
    },
    async close() {
      closing.abort();
      for (const live of lives.values()) for (const alarm of live.alarms.values()) alarm.abort();
      await Promise.all([...lives.values()].map((live) => live.tail));
    },
  };
  return kernel;
}

type Performed<T> = { readonly durable: Promise<T | undefined> };

async function perform<T>(
  kernel: Core,
  live: Live,
  work: (turn: Turn) => T | Promise<T>,
  closing: AbortSignal,
): Promise<Performed<T>> {
  if (live.record.status !== 'RUNNING' || closing.aborted) return { durable: Promise.resolve(undefined) };
  const turn = new Turn(kernel, live);
  const answer = await work(turn);
  if (turn.isExhausted && live.record.status === 'RUNNING') {
    const cause = 'The execution reached the maximum number of history events (25000).';
    turn.finish('FAILED', { error: 'States.Runtime', cause });
  }
  return { durable: turn.commit().then(() => answer) };
}

function expire(kernel: Core, live: Live, report: (cause: unknown) => void): void {
  const end = { error: 'States.Timeout', cause: 'The execution has timed out' };
  void kernel.turn(live, (turn) => turn.finish('TIMED_OUT', end)).catch(report);
}

function storedExecution(db: ClassicLevel, arn: string): Execution | undefined {
  const text = db.getSync(keys.execution(arn));
  return text === undefined ? undefined : JSON.parse(text);
}

function machinesOf(given: EngineOptions['machines'], arnOf: (name: string) => string): ReadonlyMap<string, Machine> {
  return new Map(
    Object.entries(given).map(([name, { definition: asl, timeoutSeconds }]) => {
      const definition = checkDefinition(name, asl);
      const hash = createHash('sha256').update(JSON.stringify(definition)).digest('hex');
      const arn = arnOf(name);
      return [arn, { name, arn, definition, hash, timeoutSeconds: timeoutSeconds ?? definition.TimeoutSeconds }];
    }),
  );
}
