import type { Segment } from './definition.ts';
import type { Settled } from './errors.ts';

/** The element that an iteration works on, as `$states.context.Map.Item` shows it. */
export type MapItem = { readonly Index: number; readonly Value: unknown };

/**
 * Where one line of work stands: an execution has a root frame, and one more for each branch and iteration under way.
 * Frames are stored, never replayed; whatever is launched is derived from the stored step.
 */
export type Frame = {
  readonly id: number;
  readonly parent: { readonly frame: number; readonly index: number } | null;
  readonly path: readonly Segment[];
  readonly item: MapItem | null;
  state: string;
  input: unknown;
  variables: Record<string, unknown>;
  enteredAt: number;
  /** Counts attempts: an answer to an earlier one is ignored. */
  visit: number;
  /** What each retrier of the state has used. */
  retries: number[];
  lastEvent: number;
  step: Step;
};

/** What to call: the function and its payload. */
export type Call = { readonly functionName: string; readonly payload: unknown };

/** The run of a distributed Map. `next` is the index of the first child that is not started yet. */
export type MapRun = {
  readonly mapRunArn: string;
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly startedAt: number;
  readonly maxConcurrency: number;
  readonly toleratedFailureCount: number;
  readonly toleratedFailurePercentage: number;
  /** How many items each child works on. */
  readonly sizes: readonly number[];
  next: number;
  running: number;
  succeeded: { executions: number; items: number };
  failed: { executions: number; items: number };
  stoppedAt: number | null;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
};

/** What a frame waits for. All instants are the clock's milliseconds. */
export type Step =
  | { readonly kind: 'ready' }
  | { readonly kind: 'sleeping'; readonly until: number }
  | { readonly kind: 'retrying'; readonly at: number }
  | { readonly kind: 'invoking'; readonly call: Call; readonly timeoutSeconds: number | null }
  | {
      readonly kind: 'token';
      /** Null once the function has taken the token. */
      readonly call: Call | null;
      readonly deadline: number | null;
      readonly heartbeatSeconds: number | null;
      readonly beatBy: number | null;
    }
  | { readonly kind: 'execution'; readonly arn: string; readonly deadline: number | null }
  | { readonly kind: 'settled'; readonly settled: Settled }
  | { readonly kind: 'branches'; readonly total: number; readonly next: number; readonly done: number }
  | { readonly kind: 'reading'; readonly bucket: string; readonly key: string }
  | { readonly kind: 'mapping'; readonly run: MapRun }
  | { readonly kind: 'writing'; readonly run: MapRun; readonly bucket: string; readonly prefix: string };

/** What a frame hears while it waits. */
export type News =
  | { readonly kind: 'time' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'answer'; readonly settled: Settled }
  | { readonly kind: 'branch'; readonly index: number; readonly settled: Settled }
  | { readonly kind: 'execution'; readonly arn: string; readonly index: number };

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** The frame that waits for an execution to end. */
export type Waiter = {
  readonly executionArn: string;
  readonly frame: number;
  readonly visit: number;
  readonly index: number;
};

/** What is told of an execution for ever. Inputs and outputs are kept as the text that was sent. */
export type Execution = {
  readonly arn: string;
  readonly name: string;
  readonly machineName: string;
  readonly machineArn: string;
  readonly definition: string;
  readonly path: readonly Segment[];
  readonly input: string;
  readonly startedAt: number;
  readonly deadline: number;
  /** Rises with each start. */
  readonly order: number;
  readonly waiter: Waiter | null;
  readonly mapRunArn: string | null;
  status: Status;
  stoppedAt: number | null;
  output: string | null;
  error: string | null;
  cause: string | null;
};

/** What changes with each turn; apart from the record, so that a large input is not rewritten. */
export type Tally = { events: number; frames: number };
