import type { Reviewer } from './reviews.ts';
import type { Standard } from './standards.ts';

/**
 * How well a reviewer fits a standard, 0 … 1000: the share of its full marks that lies in first-level indicators of
 * which the reviewer is an expert, rounded down.
 */
export function fitOf(
  reviewer: Pick<Reviewer, 'expertise'>,
  standard: Pick<Standard, 'indicators' | 'fullMarks'>,
): number {
  const known = standard.indicators
    .filter((indicator) => reviewer.expertise.includes(indicator.name))
    .reduce((sum, indicator) => sum + indicator.fullMarks, 0);
  return standard.fullMarks === 0 ? 0 : Math.floor((1000 * known) / standard.fullMarks);
}
