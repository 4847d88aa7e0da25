import { performance } from 'node:perf_hooks';

/** Milliseconds that were spent waiting for each emulator, and how many calls that were. */
export type Meter = Record<string, { calls: number; milliseconds: number }>;

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
      try {
        return await next(args);
      } finally {
        total.calls += 1;
        total.milliseconds += performance.now() - from;
      }
    },
    { step: 'initialize', name: 'meter' },
  );
  return client;
}
