import type { State } from './definition.ts';
import { failed, type Settled, StateError } from './errors.ts';
import type { Frame, News } from './frames.ts';
import { checkVariables, limits, withinPayload } from './limits.ts';
import type { Departure, Handler, Outcome } from './outcome.ts';
import { catcherOf, delayOfRetry } from './retry.ts';
import { handlers } from './states/index.ts';
import type { Turn } from './turn.ts';

/** Takes a frame as far as it gets, and the frames that come of it. */
export async function drive(turn: Turn, frame: Frame, news: News | null): Promise<void> {
  await follow(turn, frame, () => react(turn, frame, news));
  for (let next = turn.ready.shift(); next && !turn.isTired; next = turn.ready.shift()) {
    const spawned = next;
    if (turn.live.frames.has(spawned.id)) await follow(turn, spawned, () => arrive(turn, spawned));
  }
}

type Act = () => Promise<Outcome>;

async function follow(turn: Turn, frame: Frame, first: Act): Promise<void> {
  let goesOn = await perform(turn, frame, first);
  // A tired turn leaves the frame 'ready': it goes on in a turn of its own.
  while (goesOn && !turn.isTired) goesOn = await perform(turn, frame, () => arrive(turn, frame));
}

/** Whether the frame has come to a further state. */
async function perform(turn: Turn, frame: Frame, act: Act): Promise<boolean> {
  try {
    const outcome = await act();
    return outcome === 'waits' ? false : await leave(turn, frame, outcome);
  } catch (thrown) {
    return recover(turn, frame, asStateError(thrown));
  }
}

function react(turn: Turn, frame: Frame, news: News | null): Promise<Outcome> {
  if (news === null) return frame.step.kind === 'ready' ? arrive(turn, frame) : Promise.resolve('waits');
  const state = turn.stateOf(frame);
  if (news.kind === 'time' && frame.step.kind === 'retrying') return attempt(turn, frame, state);
  return handlerOf(state).hear(turn, frame, state, news);
}

function arrive(turn: Turn, frame: Frame): Promise<Outcome> {
  const state = turn.stateOf(frame);
  turn.moves += 1;
  frame.enteredAt = turn.kernel.now();
  frame.retries = 'Retry' in state ? (state.Retry ?? []).map(() => 0) : [];
  turn.event(frame, `${state.Type}StateEntered`, { name: frame.state, input: frame.input });
  return attempt(turn, frame, state);
}

function attempt(turn: Turn, frame: Frame, state: State): Promise<Outcome> {
  frame.visit += 1;
  return handlerOf(state).begin(turn, frame, state);
}

/** The registry's key is the state's type, which the compiler cannot follow through a union. */
const handlerOf = (state: State) => handlers[state.Type] as Handler<State>;

async function leave(turn: Turn, frame: Frame, departure: Departure): Promise<boolean> {
  const { next, assign, output, fallback, extra } = departure;
  const value = output === undefined ? fallback : await turn.evaluate(frame, output, 'Output', extra);
  const assigned = assign === undefined ? {} : await turn.evaluate(frame, assign, 'Assign', extra);
  const passed = withinPayload(value, 'output of the state');
  // Loading checked that Assign is an object, and evaluation keeps its shape.
  const variables = { ...frame.variables, ...(assigned as Record<string, unknown>) };
  checkVariables(assigned as Record<string, unknown>, variables);
  turn.dropChildren(frame);
  turn.event(frame, `${turn.stateOf(frame).Type}StateExited`, { name: frame.state, output: passed });
  frame.variables = variables;
  if (next === null) return endScope(turn, frame, { ok: true, value: passed });
  frame.state = next;
  frame.input = passed;
  frame.visit += 1;
  turn.wait(frame, { kind: 'ready' });
  return true;
}

async function recover(turn: Turn, frame: Frame, error: StateError): Promise<boolean> {
  const state = turn.stateOf(frame);
  turn.dropChildren(frame);
  if (error.name === 'States.QueryEvaluationError') {
    turn.event(frame, 'EvaluationFailed', { error: error.name, cause: error.reason, state: frame.state });
  }
  if (!('Retry' in state || 'Catch' in state)) return endScope(turn, frame, failed(error));
  const retry = delayOfRetry(state.Retry ?? [], frame.retries, error.name);
  if (retry) {
    frame.retries[retry.retrier] = (frame.retries[retry.retrier] ?? 0) + 1;
    frame.visit += 1;
    turn.wait(frame, { kind: 'retrying', at: turn.kernel.now() + retry.delayMs });
    return false;
  }
  const catcher = catcherOf(state.Catch ?? [], error.name);
  if (!catcher) return endScope(turn, frame, failed(error));
  const errorOutput = { Error: error.name, Cause: error.reason };
  const { Next: next, Assign: assign, Output: output } = catcher;
  return leave(turn, frame, { next, assign, output, fallback: errorOutput, extra: { errorOutput } }).catch((thrown) =>
    endScope(turn, frame, failed(asStateError(thrown))),
  );
}

/** A scope's end is the execution's, or news to the frame around it. */
async function endScope(turn: Turn, frame: Frame, settled: Settled): Promise<false> {
  const parent = frame.parent && turn.live.frames.get(frame.parent.frame);
  if (!parent || !frame.parent) {
    if (settled.ok) turn.finish('SUCCEEDED', { output: JSON.stringify(settled.value) });
    else turn.finish('FAILED', settled);
    return false;
  }
  parent.lastEvent = frame.lastEvent;
  turn.drop(frame);
  const { index } = frame.parent;
  await follow(turn, parent, () => react(turn, parent, { kind: 'branch', index, settled }));
  return false;
}

/** Anything unforeseen is a States.Runtime, which no Catch can hide. */
function asStateError(thrown: unknown): StateError {
  if (!(thrown instanceof StateError)) return new StateError('States.Runtime', String(thrown));
  return new StateError(thrown.name.slice(0, limits.error), thrown.reason.slice(0, limits.cause));
}
