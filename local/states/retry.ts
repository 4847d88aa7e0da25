import type { Catcher, Retrier } from './definition.ts';
import { matches } from './errors.ts';

/** Milliseconds until the next attempt; `attempts` counts what each retrier has used. Undefined: none is left. */
export function delayOfRetry(
  retriers: readonly Retrier[],
  attempts: readonly number[],
  error: string,
  random: () => number = Math.random,
): { readonly retrier: number; readonly delayMs: number } | undefined {
  // The first retrier that names the error decides alone, also when it is exhausted.
  const index = retriers.findIndex((retrier) => matches(retrier.ErrorEquals, error));
  const retrier = retriers[index];
  const used = attempts[index] ?? 0;
  if (!retrier || used >= (retrier.MaxAttempts ?? 3)) return undefined;
  const grown = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** used;
  const seconds = Math.min(grown, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  const share = retrier.JitterStrategy === 'FULL' ? random() : 1;
  return { retrier: index, delayMs: Math.round(seconds * share * 1_000) };
}

export const catcherOf = (catchers: readonly Catcher[], error: string): Catcher | undefined =>
  catchers.find((catcher) => matches(catcher.ErrorEquals, error));
