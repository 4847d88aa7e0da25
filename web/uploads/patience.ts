import { isProblem, Unreachable } from '#web/api/problem.ts';
import { BucketRefused } from './send.ts';

/** What may go well another time: no connection, an overloaded server; what was refused stays refused. */
export const mayPass = (error: unknown): boolean =>
  error instanceof Unreachable ||
  isProblem(error, 'TryAgain') ||
  (error instanceof BucketRefused && error.status >= 500);

type Patience = {
  readonly signal: AbortSignal;
  /** Told true while it waits, false when it goes on. */
  readonly waiting: (isWaiting: boolean) => void;
  /** For tests. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

const LONGEST_PAUSE = 15_000;

/** Tries until it is done or refused, or until nobody wants it any more; longer and longer pauses between. */
export async function patiently<T>(task: () => Promise<T>, { signal, waiting, pause = rest }: Patience): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await task();
    } catch (error) {
      if (signal.aborted || !mayPass(error)) throw error;
      waiting(true);
      await pause(Math.min(LONGEST_PAUSE, 1000 * 2 ** attempt), signal);
      waiting(false);
    }
  }
}

/** A pause that ends early when the network comes back. */
function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, milliseconds);
    addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
