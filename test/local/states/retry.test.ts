import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catcherOf, delayOfRetry } from '#local/states/retry';

const busy = { ErrorEquals: ['Busy'] };
const delays = (retrier: object, count: number) =>
  Array.from({ length: count }, (_, used) => delayOfRetry([{ ...busy, ...retrier }], [used], 'Busy')?.delayMs);

describe('a Retry', () => {
  it.each([
    [{}, [1_000, 2_000, 4_000, undefined]],
    [{ MaxAttempts: 0 }, [undefined]],
    [{ IntervalSeconds: 5, BackoffRate: 1 }, [5_000, 5_000, 5_000, undefined]],
    [
      { IntervalSeconds: 10, BackoffRate: 3, MaxDelaySeconds: 60, MaxAttempts: 4 },
      [10_000, 30_000, 60_000, 60_000, undefined],
    ],
    [{ BackoffRate: 1.5, MaxAttempts: 2 }, [1_000, 1_500, undefined]],
  ])('%j waits %j', (retrier, expected) => {
    expect(delays(retrier, expected.length)).toEqual(expected);
  });

  it('counts each retrier by itself, and asks the first that names the error only', () => {
    const retriers = [{ ...busy, MaxAttempts: 1 }, { ErrorEquals: ['States.ALL'] }];
    expect(delayOfRetry(retriers, [1, 0], 'Busy')).toBeUndefined();
    expect(delayOfRetry(retriers, [1, 1], 'Other')).toEqual({ retrier: 1, delayMs: 2_000 });
  });

  it('with full jitter waits anything up to the whole delay', () => {
    const whole = { ...busy, JitterStrategy: 'FULL', IntervalSeconds: 8 } as const;
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(delayOfRetry([whole], [0], 'Busy', () => share)?.delayMs).toBe(Math.round(share * 8_000));
      }),
    );
  });
});

describe('a Catch', () => {
  it('is the first that names the error', () => {
    const catchers = [
      { ErrorEquals: ['A'], Next: 'a' },
      { ErrorEquals: ['States.ALL'], Next: 'all' },
    ];
    expect(['A', 'B', 'States.Runtime'].map((error) => catcherOf(catchers, error)?.Next)).toEqual([
      'a',
      'all',
      undefined,
    ]);
  });
});
