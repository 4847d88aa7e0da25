import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeAtomically } from './files.ts';

/**
 * The time of the box, in milliseconds since the epoch. It runs at real speed and can be moved forward, never back,
 * so that a five-day publicity can be lived through in a minute.
 */
export type VirtualClock = {
  now(): number;
  /** Resolves when the instant is reached; rejects with the signal's reason when that is aborted first. */
  sleepUntil(instant: number, signal?: AbortSignal): Promise<void>;
  /** Moves the clock; what has become due fires in the order of its instants. Throws RangeError backward. */
  advanceTo(instant: number): Promise<void>;
  advanceBy(milliseconds: number): Promise<void>;
  /** Calls the listener after each move. Returns the way to unsubscribe. */
  onChange(listener: () => void): () => void;
};

type Alarm = { readonly instant: number; readonly order: number; readonly ring: () => void };

/** Beyond this many milliseconds (24.8 days) setTimeout fires at once. */
const longestTimeout = 2 ** 31 - 1;

const savedClock = z.object({ offsetMs: z.number() });

/**
 * The clock of a data folder: real time plus an offset that outlives the process. A new folder may begin at another
 * time, earlier or later; from then on its clock only moves forward.
 */
export async function openClock(dataDir: string, birth?: number): Promise<VirtualClock> {
  const file = join(dataDir, 'clock.json');
  const saved = await readJsonFile(file, savedClock);
  let offsetMs = saved?.offsetMs ?? (birth === undefined ? 0 : birth - Date.now());
  if (!saved) await writeAtomically(file, JSON.stringify({ offsetMs }));
  const now = () => Date.now() + offsetMs;
  let timeout: NodeJS.Timeout | undefined;
  const alarms = sortedAlarms((next) => {
    clearTimeout(timeout);
    if (next === undefined) return;
    timeout = setTimeout(() => alarms.ringUntil(now()), Math.min(Math.max(next - now(), 0), longestTimeout));
    timeout.unref();
  });
  return movable(now, alarms, async (instant) => {
    const moved = offsetMs + instant - now();
    await writeAtomically(file, JSON.stringify({ offsetMs: moved }));
    offsetMs = Math.max(offsetMs, moved);
  });
}

/** A clock for tests: time stands still until it is moved. */
export function manualClock(start: string): VirtualClock {
  let instantNow = Date.parse(start);
  return movable(
    () => instantNow,
    sortedAlarms(() => undefined),
    async (instant) => {
      instantNow = instant;
    },
  );
}

type Alarms = ReturnType<typeof sortedAlarms>;

function movable(now: () => number, alarms: Alarms, move: (instant: number) => Promise<void>): VirtualClock {
  const listeners = new Set<() => void>();
  let lastMove = Promise.resolve();
  const advance = (target: () => number): Promise<void> => {
    const moving = lastMove.then(async () => {
      const instant = target();
      // A finite check also refuses NaN, which would stop the clock for good.
      if (!Number.isFinite(instant) || instant < now()) throw new RangeError('The clock moves forward only');
      await move(instant);
      alarms.ringUntil(now());
      for (const listener of listeners) listener();
    });
    lastMove = moving.catch(() => undefined);
    return moving;
  };
  return {
    now,
    async sleepUntil(instant, signal) {
      signal?.throwIfAborted();
      if (instant > now()) await alarms.sleepUntil(instant, signal);
    },
    advanceTo: (instant) => advance(() => instant),
    advanceBy: (milliseconds) => advance(() => now() + milliseconds),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Alarms in the order of their instants, then of their setting; `onNext` hears which instant is the next. */
function sortedAlarms(onNext: (instant: number | undefined) => void) {
  const alarms: Alarm[] = [];
  let order = 0;

  const placeOf = (alarm: Alarm): number => {
    let low = 0;
    let high = alarms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = alarms[middle];
      if (other && (other.instant - alarm.instant || other.order - alarm.order) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const remove = (alarm: Alarm): void => {
    const place = placeOf(alarm);
    if (alarms[place] !== alarm) return;
    alarms.splice(place, 1);
    if (place === 0) onNext(alarms[0]?.instant);
  };

  return {
    sleepUntil(instant: number, signal?: AbortSignal): Promise<void> {
      return new Promise((resolve, reject) => {
        const onAbort = () => {
          remove(alarm);
          reject(signal?.reason);
        };
        const ring = () => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        };
        const alarm: Alarm = { instant, order: order++, ring };
        signal?.addEventListener('abort', onAbort, { once: true });
        const place = placeOf(alarm);
        alarms.splice(place, 0, alarm);
        if (place === 0) onNext(instant);
      });
    },
    ringUntil(now: number): void {
      const due = alarms.findIndex((alarm) => alarm.instant > now);
      for (const alarm of alarms.splice(0, due < 0 ? alarms.length : due)) alarm.ring();
      onNext(alarms[0]?.instant);
    },
  };
}
