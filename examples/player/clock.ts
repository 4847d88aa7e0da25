import { setTimeout as pause } from 'node:timers/promises';
import { patiently } from './client.ts';
import { at, type Day } from './days.ts';

/** The movable clock of the box. */
export type BoxClock = {
  /** Milliseconds since 1970. */
  now(): Promise<number>;
  /** Moves it to an hour of a day, unless it is there or further already. */
  reach(day: Day, hour?: number): Promise<void>;
};

export function clockOf(url: string): BoxClock {
  const path = `${url}/box/clock.json`;
  const now = async (): Promise<number> => {
    const { now: text } = (await (await patiently(() => fetch(path))).json()) as { now: string };
    return Date.parse(text);
  };
  return {
    now,
    reach: async (day, hour = 9) => {
      const advanceTo = at(day, hour);
      if ((await now()) >= Date.parse(advanceTo)) return;
      const response = await patiently(() =>
        fetch(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ advanceTo }),
        }),
      );
      // 409: the clock got there by itself in the meantime.
      if (!response.ok && response.status !== 409) throw new Error(`the clock of the box refused: ${response.status}`);
    },
  };
}

/** How long the workflows may take for what is due, in milliseconds of the real clock. */
const PATIENCE = 900_000;

/** Looks until something has come about that the workflows do by themselves. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const giveUpAt = Date.now() + PATIENCE;
  for (let wait = 100; ; wait = Math.min(wait * 1.5, 2_000)) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > giveUpAt) throw new Error(`waited ${PATIENCE / 1000} s in vain until ${what}; see /api/faults`);
    await pause(wait);
  }
}
