import type { Arns } from './arns.ts';
import type { Definition } from './definition.ts';
import type { Evaluate } from './expressions.ts';
import type { Execution, Frame, News, Tally, Waiter } from './frames.ts';
import type { Op } from './journal.ts';
import type { Tokens } from './tokens.ts';

/** A machine as it stands now; executions keep the definition that they started with. */
export type Machine = {
  readonly name: string;
  readonly arn: string;
  readonly definition: Definition;
  readonly hash: string;
  readonly timeoutSeconds: number | undefined;
};

/** An execution that is not finished, in memory. What is here and not in an alarm is also in the store. */
export type Live = {
  readonly record: Execution;
  readonly tally: Tally;
  readonly definition: Definition;
  readonly frames: Map<number, Frame>;
  /** Items and results, by frame. */
  readonly parts: Map<number, Map<string, unknown>>;
  /** By frame; under 0 the deadline of the execution itself. */
  readonly alarms: Map<number, AbortController>;
  /** The visit for which this process has handed out a token, by frame. */
  readonly called: Map<number, number>;
  /** The turns of one execution follow one another. */
  tail: Promise<void>;
};

export const executionAlarm = 0;

export type Bucket = {
  get(bucket: string, key: string): Promise<string>;
  put(bucket: string, key: string, body: string): Promise<void>;
};

/** What turns and launches use of the engine. */
export type Kernel = {
  readonly arns: Arns;
  readonly tokens: Tokens;
  readonly evaluate: Evaluate;
  readonly region: string;
  readonly s3: Bucket | undefined;
  now(): number;
  nextOrder(): number;
  machine(arnOrName: string): Machine | undefined;
  /** Any execution, finished or not. */
  find(arn: string): Execution | undefined;
  alive(): Iterable<Live>;
  admit(live: Live): void;
  forget(live: Live): void;
  /** Resolves when the ops are on the disk. */
  write(ops: readonly Op[]): Promise<void>;
  launch(live: Live, frame: Frame): void;
  launchExecution(live: Live): void;
  /** Lets a frame hear news, or without any go on from 'ready', unless it has gone on since that visit. */
  post(live: Live, frame: number, visit: number, news: News | null): void;
  notify(waiter: Waiter, arn: string): void;
  /** Ends executions that nobody waits for any more. */
  abort(arns: readonly string[]): void;
};
