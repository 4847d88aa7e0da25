import { describe, expect, it } from 'vitest';
import { Problem, Unreachable } from '#web/api/problem.ts';
import { patiently } from '#web/uploads/patience.ts';
import { BucketRefused } from '#web/uploads/send.ts';

const refusal = new Problem({ code: 'WrongState', status: 409, title: '', titleEn: '' });

function tries(...outcomes: unknown[]) {
  const pauses: number[] = [];
  const waits: boolean[] = [];
  const ended = new AbortController();
  const run = patiently(
    async () => {
      const next = outcomes.shift();
      if (next instanceof Error) throw next;
      return next;
    },
    {
      signal: ended.signal,
      waiting: (isWaiting) => waits.push(isWaiting),
      pause: async (milliseconds) => {
        pauses.push(milliseconds);
      },
    },
  );
  return { run, pauses, waits, ended };
}

describe('an upload', () => {
  it('goes on when the connection is back, with longer and longer pauses', async () => {
    const gone = new Unreachable('gone');
    const { run, pauses, waits } = tries(gone, gone, new BucketRefused(503), gone, gone, gone, 'done');
    expect(await run).toBe('done');
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
    expect(waits.slice(0, 2)).toEqual([true, false]);
    expect(waits.at(-1)).toBe(false);
  });

  it.each([
    ['the server refused', refusal],
    ['the bucket refused', new BucketRefused(403)],
  ])('does not try again what %s', async (_, error) => {
    const { run, pauses } = tries(error, 'done');
    await expect(run).rejects.toBe(error);
    expect(pauses).toEqual([]);
  });

  it('ends when nobody wants it any more', async () => {
    const gone = new Unreachable('gone');
    const { run, ended } = tries(gone, gone, gone);
    ended.abort();
    await expect(run).rejects.toBe(gone);
  });
});
