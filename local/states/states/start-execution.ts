import { randomUUID } from 'node:crypto';
import { isName } from '../arns.ts';
import { type Settled, StateError } from '../errors.ts';
import type { Execution, Frame } from '../frames.ts';
import { isSameJson } from '../json.ts';
import type { Pattern } from '../resources.ts';
import type { Turn } from '../turn.ts';

type Started = { readonly ExecutionArn: string; readonly StartDate: number };

/** Starts an execution from a Task, in the same batch as the task's own step: never twice, never lost. */
export function startChild(turn: Turn, frame: Frame, pattern: Pattern, parameters: Record<string, unknown>): Started {
  const { StateMachineArn: machineArn, Name: given, Input: input = {} } = parameters;
  const machine = turn.kernel.machine(String(machineArn));
  if (!machine) throw refused('StateMachineDoesNotExist', `State Machine Does Not Exist: '${machineArn}'`);
  const name = given === undefined ? randomUUID() : String(given);
  if (!isName(name)) throw refused('InvalidName', `Invalid Name: '${name}'`);
  const arn = turn.kernel.arns.execution(machine.name, name);
  const text = JSON.stringify(input);
  const existing = turn.kernel.find(arn);
  if (existing) return again(existing, text, pattern);
  const { id, visit } = frame;
  const waiter = pattern === 'sync:2' ? { executionArn: turn.execution.arn, frame: id, visit, index: 0 } : null;
  turn.bear({ arn, name, machine, input: text, waiter });
  return { ExecutionArn: arn, StartDate: turn.kernel.now() };
}

/** The same name with the same input is the same execution while it runs; nobody can begin to wait for it twice. */
function again(existing: Execution, input: string, pattern: Pattern): Started {
  if (existing.status === 'RUNNING' && isSameJson(existing.input, input) && pattern !== 'sync:2') {
    return { ExecutionArn: existing.arn, StartDate: existing.startedAt };
  }
  throw refused('ExecutionAlreadyExists', `Execution Already Exists: '${existing.arn}'`);
}

const refused = (name: string, cause: string) => new StateError(`StepFunctions.${name}Exception`, cause);

/** What `.sync:2` hands on: the finished execution, its payloads as JSON. A failed one is States.TaskFailed. */
export function childResult(turn: Turn, arn: string): Settled {
  const child = turn.kernel.find(arn);
  if (!child) throw new StateError('States.Runtime', `The execution ${arn} is gone`);
  const told = toldOf(child);
  if (child.status === 'SUCCEEDED') return { ok: true, value: told };
  const cause = JSON.stringify({ ...told, Error: child.error, Cause: child.cause });
  return { ok: false, error: 'States.TaskFailed', cause };
}

/** A finished execution in the words that Step Functions uses within a workflow. */
function toldOf(child: Execution) {
  return {
    ExecutionArn: child.arn,
    Input: JSON.parse(child.input),
    InputDetails: { Included: true },
    Name: child.name,
    ...(child.output === null ? {} : { Output: JSON.parse(child.output), OutputDetails: { Included: true } }),
    StartDate: child.startedAt,
    StateMachineArn: child.machineArn,
    Status: child.status,
    StopDate: child.stoppedAt,
  };
}
