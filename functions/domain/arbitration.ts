import { type Hundredths, parseMark } from './marks.ts';

/** How far the highest and the lowest total of a panel lie apart, in hundredths; 0 for fewer than two. */
export const spreadOf = (totals: readonly Hundredths[]): Hundredths =>
  totals.length < 2 ? 0 : Math.max(...totals) - Math.min(...totals);

/**
 * Whether the panel's totals lie further apart than the cycle's threshold (points, decimal text): strictly, so that
 * a threshold of 15 lets 15.00 pass. Without a threshold nobody arbitrates.
 */
export const needsArbiter = (totals: readonly Hundredths[], threshold: string | undefined): boolean =>
  threshold !== undefined && spreadOf(totals) > parseMark(threshold, { min: 0, max: 10_000 }, 'arbitrationThreshold');
