import { setTimeout as pause } from 'node:timers/promises';

/** What the ticker needs of the movable clock. */
type TickingClock = {
  now(): number;
  sleepUntil(ms: number, signal?: AbortSignal): Promise<void>;
  onChange(listener: () => void): () => void;
};

/** What EventBridge Scheduler hands to its target. */
export type ScheduleEvent = { readonly time: string };

type TickerOptions = {
  readonly clock: TickingClock;
  readonly handler: (event: ScheduleEvent) => Promise<unknown>;
  /** Real time between two calls at least, so that a clock moved in leaps does not make a storm. */
  readonly minimumPauseMs?: number;
  readonly onError?: (error: unknown) => void;
};

const minute = 60_000;

/**
 * Calls the schedule's handler once at the start, then whenever the clock's minute changes or the clock is moved.
 * Never two calls at a time; moves during a call are answered by one more call after it.
 */
export function startTicker({ clock, handler, minimumPauseMs = 1_000, onError = console.error }: TickerOptions) {
  const stopping = new AbortController();
  let wake = new AbortController();
  const unsubscribe = clock.onChange(() => wake.abort());

  const run = async () => {
    while (!stopping.signal.aborted) {
      wake = new AbortController();
      const startedAt = clock.now();
      await handler({ time: new Date(startedAt).toISOString() }).catch(onError);
      await pause(minimumPauseMs, undefined, { signal: stopping.signal }).catch(ignoreAbort);
      const nextMinute = (Math.floor(startedAt / minute) + 1) * minute;
      await clock.sleepUntil(nextMinute, AbortSignal.any([stopping.signal, wake.signal])).catch(ignoreAbort);
    }
  };
  const running = run();

  return {
    /** Ends after the call that is under way. */
    async stop(): Promise<void> {
      unsubscribe();
      stopping.abort();
      await running;
    },
  };
}

/** To be woken is no failure: the loop looks itself whether it has ended. */
function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}
