import { setImmediate } from 'node:timers/promises';

/** Counts what is under way, and holds new work back while the engine is paused. */
export type Activity = {
  track<T>(work: Promise<T>): Promise<T>;
  /** Runs the work now, or when the engine is resumed. */
  whenRunning(work: () => void): void;
  pause(): void;
  resume(): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
};

export function createActivity(): Activity {
  let underWay = 0;
  let held: (() => void)[] | null = null;
  let onQuiet: (() => void)[] = [];

  const ended = () => {
    underWay -= 1;
    if (underWay > 0) return;
    const listeners = onQuiet;
    onQuiet = [];
    for (const listener of listeners) listener();
  };
  return {
    track(work) {
      underWay += 1;
      return work.finally(ended);
    },
    whenRunning(work) {
      if (held) held.push(work);
      else work();
    },
    pause() {
      held ??= [];
    },
    resume() {
      const works = held ?? [];
      held = null;
      for (const work of works) work();
    },
    async idle() {
      // What has just been set going shows itself after a tick of the event loop.
      await setImmediate();
      while (underWay > 0) {
        await new Promise<void>((resolve) => onQuiet.push(resolve));
        await setImmediate();
      }
    },
  };
}

/** Lets so many works run at once; the others wait in line. */
export function createPool(size: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = size;
  const line: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else free += 1;
    }
  };
}
