import { performance } from 'node:perf_hooks';

/** Milliseconds that were spent waiting for each emulator, and how many calls that were. */
export type Meter = Record<string, { calls: number; milliseconds: number }>;

/**
 * Under this name the meter counts the time in which anything was waited for, however many calls at once: a share of
 * it is one of the clock on the wall.
 */
const anyOfThem = 'waiting';

const underWay = new WeakMap<Meter, { calls: number; since: number }>();

/** Counts a call in the time in which anything is waited for. Returns what ends it. */
function waiting(meter: Meter): () => void {
  const total = meter[anyOfThem] ?? { calls: 0, milliseconds: 0 };
  meter[anyOfThem] = total;
  const state = underWay.get(meter) ?? { calls: 0, since: 0 };
  underWay.set(meter, state);
  if (state.calls === 0) state.since = performance.now();
  state.calls += 1;
  return () => {
    state.calls -= 1;
    total.calls += 1;
    if (state.calls === 0) total.milliseconds += performance.now() - state.since;
  };
}

/** What every SDK client offers for this; the clients' own stack types differ without need. */
type Client = {
  middlewareStack: {
    add(
      middleware: (next: (args: unknown) => Promise<unknown>) => (args: unknown) => Promise<unknown>,
      options: { step: 'initialize'; name: string },
    ): void;
  };
};

/** Counts a client's calls under a name. */
export function metered<T>(client: T, name: string, meter: Meter): T {
  const total = { calls: 0, milliseconds: 0 };
  meter[name] = total;
  // Safe: every SDK client has this stack; its generic signature cannot be written once for three services.
  (client as unknown as Client).middlewareStack.add(
    (next) => async (args) => {
      const from = performance.now();
      const end = waiting(meter);
      try {
        return await next(args);
      } finally {
        end();
        total.calls += 1;
        total.milliseconds += performance.now() - from;
      }
    },
    { step: 'initialize', name: 'meter' },
  );
  return client;
}
