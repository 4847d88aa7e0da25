import { expect, it, vi } from 'vitest';
import { manualClock } from '#local/clock';
import { type ScheduleEvent, startTicker } from '#local/ticker';

const start = '2026-03-01T00:00:30.000Z';

/** A ticker on a clock that stands still, and what it called. */
function tick(handler: (event: ScheduleEvent) => Promise<unknown> = async () => undefined) {
  const clock = manualClock(start);
  const times: string[] = [];
  const errors: unknown[] = [];
  const ticker = startTicker({
    clock,
    handler: async (event) => {
      times.push(event.time);
      await handler(event);
    },
    minimumPauseMs: 1,
    onError: (error) => errors.push(error),
  });
  return { clock, ticker, times, errors };
}

it('calls once at the start and again when the minute changes or the clock is moved', async () => {
  const { clock, ticker, times } = tick();
  await vi.waitUntil(() => times.length === 1);
  await clock.advanceTo(Date.parse('2026-03-01T00:01:00Z'));
  await vi.waitUntil(() => times.length === 2);
  await clock.advanceTo(Date.parse('2026-03-06T00:00:10Z'));
  await vi.waitUntil(() => times.length === 3);
  await ticker.stop();
  expect(times).toEqual([start, '2026-03-01T00:01:00.000Z', '2026-03-06T00:00:10.000Z']);
});

it('never runs two calls at a time, and answers moves during a call with one more call', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { clock, ticker, times } = tick(() => held);
  await vi.waitUntil(() => times.length === 1);
  await clock.advanceBy(60_000);
  await clock.advanceBy(60_000);
  expect(times.length).toBe(1);
  release();
  await vi.waitUntil(() => times.length === 2);
  await ticker.stop();
  expect(times).toEqual([start, '2026-03-01T00:02:30.000Z']);
});

it('goes on after a call that failed', async () => {
  const failure = new Error('table away');
  const { clock, ticker, times, errors } = tick(() => Promise.reject(failure));
  await vi.waitUntil(() => errors.length === 1);
  await clock.advanceBy(60_000);
  await vi.waitUntil(() => times.length === 2);
  await ticker.stop();
  expect(errors).toEqual([failure, failure]);
});
