import type { ClassicLevel } from 'classic-level';

export type Op =
  | { readonly type: 'put'; readonly key: string; readonly value: string }
  | { readonly type: 'del'; readonly key: string };

export const put = (key: string, value: unknown): Op => ({ type: 'put', key, value: JSON.stringify(value) });
export const del = (key: string): Op => ({ type: 'del', key });

/** Writes batches in order, each whole or not at all. */
export type Journal = {
  /** Resolves when the batch is on the disk. */
  write(ops: readonly Op[]): Promise<void>;
  /** Resolves when everything written so far is on the disk. */
  settled(): Promise<void>;
};

/** Batches that arrive during a sync share the next one: the disk's latency is paid once for all of them. */
export function openJournal(db: ClassicLevel): Journal {
  let waiting: Op[] = [];
  let next: Promise<void> | null = null;
  let last: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    const ops = waiting;
    waiting = [];
    next = null;
    return db.batch(ops, { sync: true });
  };
  return {
    write(ops) {
      waiting.push(...ops);
      if (!next) {
        // After a failed write the memory is ahead of the disk, so every later write fails as well.
        next = last.then(flush);
        last = next;
        last.catch(() => undefined);
      }
      return next;
    },
    settled: () => last,
  };
}
