import type { Segment } from './definition.ts';
import { scopeAt } from './definition.ts';
import type { Execution, Frame, Waiter } from './frames.ts';
import { historyEvent } from './history.ts';
import { type Op, put } from './journal.ts';
import { keys } from './keys.ts';
import { limits } from './limits.ts';
import type { Kernel, Live, Machine } from './live.ts';

export type Birth = {
  readonly arn: string;
  readonly name: string;
  /** Only what a child of a distributed Map, which runs its parent's definition, also has. */
  readonly machine: Pick<Machine, 'name' | 'arn' | 'definition' | 'hash' | 'timeoutSeconds'>;
  readonly input: string;
  readonly waiter: Waiter | null;
  readonly path?: readonly Segment[];
  readonly mapRunArn?: string;
};

/** A new execution, known at once and started when the ops that it returns are on the disk. */
export function bear(kernel: Kernel, birth: Birth): { readonly live: Live; readonly ops: readonly Op[] } {
  const { machine, path = [] } = birth;
  const startedAt = kernel.now();
  const allowedMs = machine.timeoutSeconds === undefined ? limits.executionMs : machine.timeoutSeconds * 1_000;
  const record: Execution = {
    arn: birth.arn,
    name: birth.name,
    machineName: machine.name,
    machineArn: machine.arn,
    definition: machine.hash,
    path,
    input: birth.input,
    startedAt,
    deadline: startedAt + Math.min(allowedMs, limits.executionMs),
    order: kernel.nextOrder(),
    waiter: birth.waiter,
    mapRunArn: birth.mapRunArn ?? null,
    status: 'RUNNING',
    stoppedAt: null,
    output: null,
    error: null,
    cause: null,
  };
  const input: unknown = JSON.parse(birth.input);
  const root: Frame = {
    id: 1,
    parent: null,
    path,
    item: null,
    state: scopeAt(machine.definition, path).StartAt,
    input,
    variables: {},
    enteredAt: startedAt,
    visit: 0,
    retries: [],
    lastEvent: 1,
    step: { kind: 'ready' },
  };
  const live: Live = {
    record,
    tally: { events: 1, frames: 1 },
    definition: machine.definition,
    frames: new Map([[root.id, root]]),
    parts: new Map(),
    alarms: new Map(),
    called: new Map(),
    tail: Promise.resolve(),
  };
  kernel.admit(live);
  return { live, ops: [...startOps(live, root), put(keys.event(birth.arn, 1), startEvent(startedAt, input))] };
}

const startEvent = (startedAt: number, input: unknown) => historyEvent(1, 0, startedAt, 'ExecutionStarted', { input });

function startOps(live: Live, root: Frame): Op[] {
  const { record } = live;
  return [
    put(keys.execution(record.arn), record),
    put(keys.running(record.arn), record.order),
    put(keys.tally(record.arn), live.tally),
    put(keys.frame(record.arn, root.id), root),
    put(keys.order, record.order),
    listing(record),
  ];
}

/** The entry that ListExecutions reads. */
export function listing(record: Execution): Op {
  const { arn, name, machineArn, mapRunArn, status, startedAt, stoppedAt, order } = record;
  return put(keys.listed(mapRunArn ?? machineArn, order), {
    arn,
    name,
    machineArn,
    mapRunArn,
    status,
    startedAt,
    stoppedAt,
  });
}
