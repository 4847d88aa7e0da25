import type { TaskState } from '../definition.ts';
import { type Settled, StateError, unwrap } from '../errors.ts';
import type { Frame, Step } from '../frames.ts';
import { withinPayload } from '../limits.ts';
import { type Handler, type Outcome, withResult } from '../outcome.ts';
import { type Pattern, type TaskResource, taskResource } from '../resources.ts';
import { seconds } from '../seconds.ts';
import type { Turn } from '../turn.ts';
import { childResult, startChild } from './start-execution.ts';

export const task: Handler<TaskState> = {
  async begin(turn, frame, state) {
    const resource = resourceOf(state);
    const { executionArn, visit } = { executionArn: turn.execution.arn, visit: frame.visit };
    const token =
      resource.pattern === 'waitForTaskToken'
        ? turn.kernel.tokens.issue({ executionArn, frame: frame.id, visit })
        : null;
    const given = await turn.evaluate(frame, state.Arguments ?? {}, 'Arguments', token === null ? {} : { token });
    // Loading checked the shape where it is literal; an expression may still yield another.
    const parameters = withinPayload(given, 'Arguments of the state') as Record<string, unknown>;
    const timing = await timingOf(turn, frame, state);
    const { timeoutSeconds: timeoutInSeconds, heartbeatSeconds: heartbeatInSeconds } = timing;
    turn.event(frame, 'TaskScheduled', {
      ...named(resource),
      region: turn.kernel.region,
      // A token in the history would be readable by everyone who may look at it.
      ...(token === null ? { parameters } : {}),
      ...(timeoutInSeconds === null ? {} : { timeoutInSeconds }),
      ...(heartbeatInSeconds === null ? {} : { heartbeatInSeconds }),
    });
    turn.event(frame, 'TaskStarted', named(resource));
    if (resource.service === 'states') return startTask(turn, frame, state, resource.pattern, parameters, timing);
    const call = { functionName: functionOf(parameters), payload: parameters['Payload'] ?? {} };
    if (token === null) turn.wait(frame, { kind: 'invoking', call, timeoutSeconds: timing.timeoutSeconds });
    else turn.wait(frame, { kind: 'token', call, ...deadlines(turn, timing) });
    return 'waits';
  },

  async hear(turn, frame, state, news) {
    const { step } = frame;
    if (news.kind === 'taken' && step.kind === 'token') {
      turn.event(frame, 'TaskSubmitted', named(resourceOf(state)));
      turn.wait(frame, { ...step, call: null });
      return 'waits';
    }
    if (news.kind === 'time') return checkTime(turn, frame, state);
    if (news.kind === 'execution' && step.kind === 'execution') {
      return conclude(turn, frame, state, childResult(turn, news.arn));
    }
    if (news.kind !== 'answer') return 'waits';
    // What was acknowledged to the token's bearer wins over a call that failed since.
    const settled = step.kind === 'settled' ? step.settled : news.settled;
    return conclude(turn, frame, state, wrapped(step, settled));
  },
};

type Timing = { readonly timeoutSeconds: number | null; readonly heartbeatSeconds: number | null };

const timingOf = async (turn: Turn, frame: Frame, state: TaskState): Promise<Timing> => ({
  timeoutSeconds: await seconds(turn, frame, state.TimeoutSeconds, 'TimeoutSeconds'),
  heartbeatSeconds: await seconds(turn, frame, state.HeartbeatSeconds, 'HeartbeatSeconds'),
});

function deadlines(turn: Turn, { timeoutSeconds, heartbeatSeconds }: Timing) {
  const after = (seconds: number | null) => (seconds === null ? null : turn.kernel.now() + seconds * 1_000);
  return { deadline: after(timeoutSeconds), heartbeatSeconds, beatBy: after(heartbeatSeconds) };
}

function startTask(
  turn: Turn,
  frame: Frame,
  state: TaskState,
  pattern: Pattern,
  parameters: Record<string, unknown>,
  timing: Timing,
): Outcome {
  const child = startChild(turn, frame, pattern, parameters);
  const { deadline } = deadlines(turn, timing);
  if (pattern === 'request') return conclude(turn, frame, state, { ok: true, value: child });
  turn.event(frame, 'TaskSubmitted', named(resourceOf(state)));
  if (pattern === 'sync:2') turn.wait(frame, { kind: 'execution', arn: child.ExecutionArn, deadline });
  else turn.wait(frame, { kind: 'token', call: null, ...deadlines(turn, timing) });
  return 'waits';
}

function conclude(turn: Turn, frame: Frame, state: TaskState, settled: Settled): Outcome {
  const resource = named(resourceOf(state));
  if (!settled.ok) {
    const type = timeoutNames.has(settled.error) ? 'TaskTimedOut' : 'TaskFailed';
    turn.event(frame, type, { ...resource, error: settled.error, cause: settled.cause });
  }
  const result = withinPayload(unwrap(settled), 'result of the task');
  turn.event(frame, 'TaskSucceeded', { ...resource, output: result });
  return withResult(state, result);
}

const timeoutNames = new Set(['States.Timeout', 'States.HeartbeatTimeout']);

/** The optimized integration wraps what the function returned; a token brings its output as it is. */
function wrapped(step: Step, settled: Settled): Settled {
  if (step.kind !== 'invoking' || !settled.ok) return settled;
  return { ok: true, value: { ExecutedVersion: '$LATEST', Payload: settled.value ?? null, StatusCode: 200 } };
}

function checkTime(turn: Turn, frame: Frame, state: TaskState): Outcome {
  const { step } = frame;
  const isPast = (instant: number | null) => instant !== null && instant <= turn.kernel.now();
  if ((step.kind === 'token' || step.kind === 'execution') && isPast(step.deadline)) {
    return conclude(turn, frame, state, { ok: false, error: 'States.Timeout', cause: 'The task has timed out' });
  }
  if (step.kind === 'token' && isPast(step.beatBy)) {
    const cause = 'No heartbeat has come within HeartbeatSeconds';
    return conclude(turn, frame, state, { ok: false, error: 'States.HeartbeatTimeout', cause });
  }
  return 'waits';
}

function resourceOf(state: TaskState): TaskResource {
  const resource = taskResource(state.Resource);
  // Loading refused every other.
  if (!resource) throw new StateError('States.Runtime', `${state.Resource} is not supported`);
  return resource;
}

const named = ({ service, action, pattern }: TaskResource) => ({
  resourceType: service,
  resource: pattern === 'request' ? action : `${action}.${pattern}`,
});

function functionOf(parameters: Record<string, unknown>): string {
  const name = parameters['FunctionName'];
  if (typeof name === 'string' && name !== '') return name;
  throw new StateError('States.Runtime', 'The Arguments of lambda:invoke name no FunctionName');
}
