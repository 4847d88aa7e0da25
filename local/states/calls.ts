import { randomUUID } from 'node:crypto';
import { isArn, isName } from './arns.ts';
import { bear } from './births.ts';
import { CallError, type Settled } from './errors.ts';
import type { Execution, Frame, Step } from './frames.ts';
import { isJson, isSameJson } from './json.ts';
import type { Core } from './kernel.ts';
import { bytesOf, limits } from './limits.ts';
import type { Request } from './requests.ts';
import type { Turn } from './turn.ts';

/** The calls that change something. Each resolves when what it did is on the disk. Throws CallError. */
export type Calls = {
  startExecution(request: Request<'StartExecution'>): Promise<{ executionArn: string; startDate: number }>;
  stopExecution(request: Request<'StopExecution'>): Promise<{ stopDate: number }>;
  sendTaskSuccess(request: Request<'SendTaskSuccess'>): Promise<object>;
  sendTaskFailure(request: Request<'SendTaskFailure'>): Promise<object>;
  sendTaskHeartbeat(request: Request<'SendTaskHeartbeat'>): Promise<object>;
};

export const createCalls = (core: Core): Calls => ({
  startExecution: (request) => startExecution(core, request),
  stopExecution: (request) => stopExecution(core, request),
  async sendTaskSuccess({ taskToken, output }) {
    if (!isJson(output)) throw new CallError('InvalidOutput', 'Invalid Output: the output is not JSON');
    return settle(core, taskToken, { ok: true, value: JSON.parse(output) });
  },
  sendTaskFailure: ({ taskToken, error = '', cause = '' }) => settle(core, taskToken, { ok: false, error, cause }),
  sendTaskHeartbeat: ({ taskToken }) =>
    withToken(core, taskToken, (turn, frame, step) => {
      const { heartbeatSeconds } = step;
      if (heartbeatSeconds === null) return;
      turn.wait(frame, { ...step, beatBy: turn.kernel.now() + heartbeatSeconds * 1_000 });
    }),
});

async function startExecution(core: Core, { stateMachineArn, name, input = '{}' }: Request<'StartExecution'>) {
  if (!isArn(stateMachineArn)) throw new CallError('InvalidArn', `Invalid Arn: '${stateMachineArn}'`);
  const machine = core.machine(stateMachineArn);
  if (!machine) throw new CallError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
  const given = name ?? randomUUID();
  if (!isName(given)) throw new CallError('InvalidName', `Invalid Name: '${given}'`);
  if (!isJson(input)) throw new CallError('InvalidExecutionInput', 'Invalid State Machine Execution Input: no JSON');
  if (bytesOf(input) > limits.payloadBytes) {
    throw new CallError('InvalidExecutionInput', `The input exceeds ${limits.payloadBytes} bytes`);
  }
  const arn = core.arns.execution(machine.name, given);
  const existing = core.find(arn);
  if (existing) return startedAgain(core, existing, input);
  const { live, ops } = bear(core, { arn, name: given, machine, input, waiter: null });
  await core.write(ops);
  core.launchExecution(live);
  return { executionArn: arn, startDate: live.record.startedAt / 1_000 };
}

async function startedAgain(core: Core, existing: Execution, input: string) {
  if (existing.status !== 'RUNNING' || !isSameJson(existing.input, input)) {
    throw new CallError('ExecutionAlreadyExists', `Execution Already Exists: '${existing.arn}'`);
  }
  // The first start may not be on the disk yet.
  await core.write([]);
  return { executionArn: existing.arn, startDate: existing.startedAt / 1_000 };
}

async function stopExecution(core: Core, { executionArn, ...end }: Request<'StopExecution'>) {
  const { error, cause } = end;
  const record = core.find(executionArn);
  if (!record) throw noExecution(executionArn);
  const live = core.live(executionArn);
  if (live)
    await core.turn(live, (turn) =>
      turn.finish('ABORTED', { ...(error ? { error } : {}), ...(cause ? { cause } : {}) }),
    );
  // Who had finished already keeps that end.
  const { stoppedAt } = core.find(executionArn) ?? record;
  return { stopDate: (stoppedAt ?? core.now()) / 1_000 };
}

export const noExecution = (arn: string): CallError =>
  isArn(arn)
    ? new CallError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`)
    : new CallError('InvalidArn', `Invalid Arn: '${arn}'`);

const settle = (core: Core, token: string, settled: Settled): Promise<object> =>
  withToken(core, token, (turn, frame) => turn.wait(frame, { kind: 'settled', settled }));

type TokenStep = Extract<Step, { kind: 'token' }>;

/** Does something to the step that waits for the token. The messages never repeat the token. */
async function withToken(
  core: Core,
  token: string,
  act: (turn: Turn, frame: Frame, step: TokenStep) => void,
): Promise<object> {
  const address = core.tokens.read(token);
  if (!address) throw new CallError('InvalidToken', "Invalid Token: 'Invalid token'");
  if (!core.find(address.executionArn)) throw new CallError('TaskDoesNotExist', 'Task does not exist');
  const live = core.live(address.executionArn);
  const found =
    live &&
    (await core.turn(live, (turn) => {
      const frame = live.frames.get(address.frame);
      if (frame?.visit !== address.visit || frame.step.kind !== 'token' || isLate(frame.step, core.now())) return false;
      act(turn, frame, frame.step);
      return true;
    }));
  if (found) return {};
  throw new CallError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
}

/** The alarm may ring a little later than its instant, in a paused engine much later. */
const isLate = ({ deadline, beatBy }: TokenStep, now: number): boolean =>
  [deadline, beatBy].some((instant) => instant !== null && instant <= now);
