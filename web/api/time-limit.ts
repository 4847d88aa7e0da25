import { Unreachable } from './problem.ts';

/** How long a call waits for its whole answer, in milliseconds; the API's own gateway gives up a little earlier. */
const LIMIT = 30_000;

/**
 * Runs what goes over the network, for as long as one waits for that: a connection that was lost without a word would
 * else hold the page for minutes. The call's signal ends with the time, or with whoever no longer wants the answer.
 * @throws Unreachable when the time is over; what the caller's own signal gives when that ends it.
 */
export function withinTime<T>(run: (signal: AbortSignal) => Promise<T>, asked?: AbortSignal): Promise<T> {
  const ending = new AbortController();
  const end = (): void => ending.abort(asked?.reason);
  if (asked?.aborted) end();
  asked?.addEventListener('abort', end, { once: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Unreachable('no answer in time'));
      ending.abort();
    }, LIMIT);
  });
  return Promise.race([run(ending.signal), over]).finally(() => {
    clearTimeout(timer);
    asked?.removeEventListener('abort', end);
  });
}
