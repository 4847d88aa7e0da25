/** An error inside of an execution, with the name that `ErrorEquals` compares. */
export class StateError extends Error {
  override readonly name: string;
  readonly reason: string;

  constructor(name: string, reason: string) {
    super(`${name}: ${reason}`);
    this.name = name;
    this.reason = reason;
  }
}

/** How a task, a branch or an execution ended. */
export type Settled =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string; readonly cause: string };

export const failed = (error: StateError): Settled => ({ ok: false, error: error.name, cause: error.reason });

export function unwrap(settled: Settled): unknown {
  if (settled.ok) return settled.value;
  throw new StateError(settled.error, settled.cause);
}

/** What a function threw: its name is the error, or the name given for it, and its message the cause. */
export function settledBy(thrown: unknown, name?: string): Settled {
  const isError = thrown instanceof Error;
  const own = isError && thrown.name !== '' ? thrown.name : 'States.TaskFailed';
  return { ok: false, error: name ?? own, cause: reasonOf(thrown) };
}

function reasonOf(thrown: unknown): string {
  if (thrown instanceof StateError) return thrown.reason;
  return thrown instanceof Error ? thrown.message : String(thrown);
}

const timeouts = new Set(['States.Timeout', 'States.HeartbeatTimeout']);
/** These end an execution whatever its definition says about States.ALL. */
const beyondAll = new Set(['States.DataLimitExceeded', 'States.Runtime']);

/** Whether a Retry or Catch with these names applies to the error. */
export function matches(errorEquals: readonly string[], error: string): boolean {
  if (error === 'States.Runtime') return false;
  return errorEquals.some((name) => {
    if (name === 'States.ALL') return !beyondAll.has(error);
    if (name === 'States.TaskFailed') return !timeouts.has(error) && !beyondAll.has(error);
    if (name === 'States.Timeout') return timeouts.has(error);
    return name === error;
  });
}

/** The wire's errors: what a caller of the API is told. */
export class CallError extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}
