import { type Birth, bear, listing } from './births.ts';
import { bindingsOf, type Extra } from './context.ts';
import { type Segment, type State, scopeAt, stateOf } from './definition.ts';
import type { Execution, Frame, MapItem, Status, Step } from './frames.ts';
import { type EventDetails, historyEvent } from './history.ts';
import { del, type Op, put } from './journal.ts';
import { keys } from './keys.ts';
import { limits } from './limits.ts';
import { executionAlarm, type Kernel, type Live } from './live.ts';

type Spawned = {
  readonly index: number;
  readonly segment: Segment;
  readonly input: unknown;
  readonly item?: MapItem;
};

type End = { readonly output?: string; readonly error?: string; readonly cause?: string };

/** So many states in one turn at most: then others have theirs, and what was done is stored. */
const longestTurn = 50;

/**
 * One uninterrupted piece of work on an execution. Everything it changes is written as one batch; what follows from
 * it (calls, timers, children) is launched only when that batch is on the disk.
 */
export class Turn {
  readonly kernel: Kernel;
  readonly live: Live;
  /** Frames made in this turn that wait to enter their first state. */
  readonly ready: Frame[] = [];
  moves = 0;
  readonly #ops: Op[] = [];
  readonly #touched = new Set<Frame>();
  readonly #born: Live[] = [];
  readonly #orphans: string[] = [];

  constructor(kernel: Kernel, live: Live) {
    this.kernel = kernel;
    this.live = live;
  }

  get execution(): Execution {
    return this.live.record;
  }

  get isTired(): boolean {
    return this.moves >= longestTurn || this.isExhausted;
  }

  /** The last place of a history is for its end. */
  get isExhausted(): boolean {
    return this.live.tally.events >= limits.historyEvents - 1;
  }

  stateOf(frame: Frame): State {
    return stateOf(scopeAt(this.live.definition, frame.path), frame.state);
  }

  evaluate(frame: Frame, template: unknown, where: string, extra: Extra = {}): Promise<unknown> {
    return this.kernel.evaluate(template, bindingsOf(this.execution, this.live.frames, frame, extra), where);
  }

  event(frame: Frame, type: string, details?: EventDetails): void {
    if (this.isExhausted) return;
    frame.lastEvent = this.#record(frame.lastEvent, type, details);
  }

  #record(previous: number, type: string, details?: EventDetails): number {
    this.live.tally.events += 1;
    const id = this.live.tally.events;
    this.#ops.push(
      put(keys.event(this.execution.arn, id), historyEvent(id, previous, this.kernel.now(), type, details)),
    );
    return id;
  }

  /** Puts the frame on a step, to be launched when that is on the disk. */
  wait(frame: Frame, step: Step): void {
    frame.step = step;
    this.#touched.add(frame);
  }

  spawn(parent: Frame, { index, segment, input, item }: Spawned): void {
    this.live.tally.frames += 1;
    const path = [...parent.path, segment];
    const frame: Frame = {
      id: this.live.tally.frames,
      parent: { frame: parent.id, index },
      path,
      item: item ?? parent.item,
      state: scopeAt(this.live.definition, path).StartAt,
      input,
      variables: {},
      enteredAt: this.kernel.now(),
      visit: 0,
      retries: [],
      lastEvent: parent.lastEvent,
      step: { kind: 'ready' },
    };
    this.live.frames.set(frame.id, frame);
    this.wait(frame, frame.step);
    this.ready.push(frame);
  }

  /** Ends everything that works for the frame, and forgets its parts. */
  dropChildren(frame: Frame): void {
    for (const other of [...this.live.frames.values()]) if (other.parent?.frame === frame.id) this.drop(other);
    if (frame.step.kind === 'execution') this.#orphans.push(frame.step.arn);
    if (frame.step.kind === 'mapping') {
      const { run } = frame.step;
      if (run.status === 'RUNNING')
        this.put(keys.mapRun(run.mapRunArn), { ...run, status: 'ABORTED', stoppedAt: this.kernel.now() });
      for (const { record } of this.kernel.alive()) {
        if (record.waiter?.executionArn === this.execution.arn && record.waiter.frame === frame.id) {
          this.#orphans.push(record.arn);
        }
      }
    }
    for (const name of this.live.parts.get(frame.id)?.keys() ?? []) {
      this.#ops.push(del(keys.part(this.execution.arn, frame.id, name)));
    }
    this.live.parts.delete(frame.id);
  }

  drop(frame: Frame): void {
    this.dropChildren(frame);
    this.live.frames.delete(frame.id);
    this.live.called.delete(frame.id);
    this.#touched.delete(frame);
    this.#ops.push(del(keys.frame(this.execution.arn, frame.id)));
    this.#silence(frame.id);
  }

  keep(frame: Frame, name: string, value: unknown): void {
    const parts = this.live.parts.get(frame.id) ?? new Map<string, unknown>();
    this.live.parts.set(frame.id, parts.set(name, value));
    this.#ops.push(put(keys.part(this.execution.arn, frame.id, name), value));
  }

  part(frame: Frame, name: string): unknown {
    return this.live.parts.get(frame.id)?.get(name);
  }

  /** Writes a record of the engine's own together with this turn. */
  put(key: string, value: unknown): void {
    this.#ops.push(put(key, value));
  }

  bear(birth: Birth): void {
    const { live, ops } = bear(this.kernel, birth);
    this.#ops.push(...ops);
    this.#born.push(live);
  }

  /** Ends the execution, and with it whatever is under way in it. */
  finish(status: Exclude<Status, 'RUNNING'>, end: End): void {
    const { record, frames } = this.live;
    const last = Math.max(...[...frames.values()].map((frame) => frame.lastEvent), 1);
    for (const frame of [...frames.values()]) this.drop(frame);
    record.status = status;
    record.stoppedAt = this.kernel.now();
    record.output = end.output ?? null;
    record.error = end.error ?? null;
    record.cause = end.cause ?? null;
    const { error, cause } = record;
    const details = status === 'SUCCEEDED' ? { output: JSON.parse(record.output ?? 'null') } : { error, cause };
    this.#record(last, endEvents[status], details);
    this.#ops.push(put(keys.execution(record.arn), record), del(keys.running(record.arn)), listing(record));
    this.#silence(executionAlarm);
  }

  /** Resolves when everything is on the disk and launched. */
  commit(): Promise<void> {
    const { record, tally, frames } = this.live;
    const launches = [...this.#touched].map((frame) => ({ frame, step: frame.step }));
    for (const { frame } of launches) this.#ops.push(put(keys.frame(record.arn, frame.id), frame));
    this.#ops.push(put(keys.tally(record.arn), tally));
    return this.kernel.write(this.#ops).then(() => {
      for (const { frame, step } of launches) {
        // A later turn has changed the step: what it wrote launches itself.
        if (frames.get(frame.id) === frame && frame.step === step) this.kernel.launch(this.live, frame);
      }
      for (const live of this.#born) this.kernel.launchExecution(live);
      this.kernel.abort(this.#orphans);
      if (record.status === 'RUNNING') return;
      this.kernel.forget(this.live);
      if (record.waiter) this.kernel.notify(record.waiter, record.arn);
    });
  }

  #silence(frame: number): void {
    this.live.alarms.get(frame)?.abort();
    this.live.alarms.delete(frame);
  }
}

const endEvents = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
} as const satisfies Record<Exclude<Status, 'RUNNING'>, string>;
