import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { manualClock, openClock } from '#local/clock';

const day = 86_400_000;

describe('the manual clock', () => {
  it('stands still until it is moved', () => {
    const clock = manualClock('2026-03-01T00:00:00+08:00');
    expect(new Date(clock.now()).toISOString()).toBe('2026-02-28T16:00:00.000Z');
    expect(clock.now()).toBe(clock.now());
  });

  it('fires what is due in the order of instants, whatever the order of asking', async () => {
    const clock = manualClock('2026-03-01T00:00:00Z');
    const start = clock.now();
    const heard: string[] = [];
    const sleeps = [90, 5, 400, 5].map((days, index) =>
      clock.sleepUntil(start + days * day).then(() => heard.push(`${days}/${index}`)),
    );
    await clock.advanceBy(90 * day);
    await Promise.all([sleeps[0], sleeps[1], sleeps[3]]);
    expect(heard).toEqual(['5/1', '5/3', '90/0']);
  });

  it('does not wait for an instant that has come', async () => {
    const clock = manualClock('2026-03-01T00:00:00Z');
    await expect(clock.sleepUntil(clock.now())).resolves.toBeUndefined();
  });

  it('refuses to go back, and to go nowhere definite', async () => {
    const clock = manualClock('2026-03-01T00:00:00Z');
    await expect(clock.advanceBy(-1)).rejects.toThrow(RangeError);
    await expect(clock.advanceTo(Number.NaN)).rejects.toThrow(RangeError);
  });

  it('wakes nobody who has given up', async () => {
    const clock = manualClock('2026-03-01T00:00:00Z');
    const giveUp = new AbortController();
    const slept = clock.sleepUntil(clock.now() + day, giveUp.signal);
    giveUp.abort();
    await expect(slept).rejects.toMatchObject({ name: 'AbortError' });
    await expect(clock.sleepUntil(clock.now(), giveUp.signal)).rejects.toMatchObject({ name: 'AbortError' });
    await clock.advanceBy(day);
  });

  it('tells its listeners of each move until they unsubscribe', async () => {
    const clock = manualClock('2026-03-01T00:00:00Z');
    const heard: number[] = [];
    const unsubscribe = clock.onChange(() => heard.push(clock.now()));
    await clock.advanceBy(1);
    unsubscribe();
    await clock.advanceBy(1);
    expect(heard).toEqual([clock.now() - 1]);
  });
});

describe('the clock of a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clock-'));
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.parse('2026-03-01T00:00:00Z') });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await rm(folder, { recursive: true });
  });

  it('runs at real speed and keeps its offset across restarts', async () => {
    const clock = await openClock(folder);
    await clock.advanceBy(5 * day);
    vi.advanceTimersByTime(1_000);
    expect(new Date(clock.now()).toISOString()).toBe('2026-03-06T00:00:01.000Z');
    const reopened = await openClock(folder);
    expect(reopened.now()).toBe(clock.now());
  });

  it('begins a new folder at the given time, and an old one where it was', async () => {
    const birth = Date.parse('2010-09-27T01:00:00Z');
    const clock = await openClock(folder, birth);
    expect(clock.now()).toBe(birth);
    await clock.advanceBy(day);
    expect((await openClock(folder, birth)).now()).toBe(birth + day);
  });

  it('waits longer than 24.8 days without overflowing the timer', async () => {
    const clock = await openClock(folder);
    const heard: string[] = [];
    const slept = clock.sleepUntil(clock.now() + 90 * day).then(() => heard.push('90 days'));
    await vi.advanceTimersByTimeAsync(90 * day - 1);
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await slept;
    expect(heard).toEqual(['90 days']);
  });

  it('adds up two moves that are asked for at once', async () => {
    const clock = await openClock(folder);
    const start = clock.now();
    await Promise.all([clock.advanceBy(day), clock.advanceBy(day)]);
    expect(clock.now() - start).toBe(2 * day);
  });
});
