import { setImmediate as turn } from 'node:timers/promises';
import type { Store } from '#store/store';

type Work = (store: Store) => Promise<unknown>;
type Waiting = { readonly actor: number; readonly go: () => void };

/**
 * Runs several works on one store so that they take turns at its calls, in the order that `choices` draw: whatever
 * order the network could bring about can be drawn, and the same draw gives the same order again.
 */
export async function interleaved(store: Store, choices: readonly number[], works: readonly Work[]): Promise<void> {
  const waiting: Waiting[] = [];
  let running = 0;
  let unfinished = works.length;
  const takingTurns = (actor: number): Store => {
    const inTurn =
      <Of extends unknown[], T>(call: (...of: Of) => Promise<T>) =>
      async (...of: Of): Promise<T> => {
        await new Promise<void>((go) => waiting.push({ actor, go }));
        try {
          return await call(...of);
        } finally {
          running -= 1;
        }
      };
    return { ...store, find: inTurn(store.find) as Store['find'], transact: inTurn(store.transact) };
  };
  const all = Promise.all(
    works.map((work, actor) =>
      work(takingTurns(actor)).finally(() => {
        unfinished -= 1;
      }),
    ),
  );
  all.catch(() => undefined); // told below
  for (let drawn = 0; unfinished > 0; ) {
    await turn();
    if (running > 0 || waiting.length === 0) continue;
    const [next] = waiting.splice((choices[drawn % choices.length] ?? 0) % waiting.length, 1);
    drawn += 1;
    running += 1;
    next?.go();
  }
  await all;
}
