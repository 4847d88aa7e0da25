import type { Executions } from '#store/executions';

export type WaitingWorkflow = {
  /** What a context gets in place of the workflows. */
  readonly executions: Executions;
  /** Every outcome that reached the workflow, with the token under which it came. */
  readonly received: { readonly token: string; readonly output: unknown }[];
  /** The workflow waits under this token and no other. */
  wait(token: string): void;
  /** The wait runs out, unless its outcome came before; tells which. */
  timeOut(): boolean;
};

/**
 * One state of one workflow that waits for a token. The only part of the gates' tests that is simulated: it keeps the
 * promises of Step Functions (one answer for a token, none after its timeout) and remembers what it was given.
 */
export function waitingWorkflow(): WaitingWorkflow {
  let waiting: string | undefined;
  const received: { token: string; output: unknown }[] = [];
  const unused = () => Promise.reject(new Error('a gate only hands over outcomes'));
  return {
    received,
    wait(token) {
      waiting = token;
    },
    timeOut() {
      const ranOut = waiting !== undefined;
      waiting = undefined;
      return ranOut;
    },
    executions: {
      start: unused,
      describe: unused,
      history: unused,
      stop: unused,
      async succeed(token, output) {
        if (token !== waiting) return 'gone';
        waiting = undefined;
        received.push({ token, output });
        return 'delivered';
      },
    },
  };
}
