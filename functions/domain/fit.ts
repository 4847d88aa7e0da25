import { normalizeName } from './names.ts';
import type { Reviewer } from './reviews.ts';
import type { Standard } from './standards.ts';

/**
 * How well a reviewer fits a standard, a whole number 0 … 1000: the share of its full marks that lies under indicators
 * of which the reviewer is an expert, rounded down. A tag may name a first-level indicator, which covers all below it,
 * or a second-level one; what two tags cover counts once. Names are compared as `normalizeName` does.
 */
export function fitOf(
  { expertise }: Pick<Reviewer, 'expertise'>,
  { indicators, fullMarks }: Pick<Standard, 'indicators' | 'fullMarks'>,
): number {
  const tags = new Set(expertise.map(normalizeName));
  const knows = ({ name }: { readonly name: string }): boolean => tags.has(normalizeName(name));
  const sum = (parts: readonly { readonly fullMarks: number }[]): number =>
    parts.reduce((all, part) => all + part.fullMarks, 0);
  const known = sum(
    indicators.map((first) => (knows(first) ? first : { fullMarks: sum(first.children.filter(knows)) })),
  );
  return fullMarks === 0 ? 0 : Math.floor((1000 * known) / fullMarks);
}

export const bids = ['want', 'can', 'rather-not', 'none'] as const;
export type Bid = (typeof bids)[number];

/** What a reviewer's own wish is worth, on the scale of the fit; no wish is worth as much as "can". */
const bidMarks: Readonly<Record<Bid, number>> = { want: 1000, can: 500, none: 500, 'rather-not': 0 };

/**
 * The fit that the draw counts: the share of the reviewer's own wish is `percent` (0 … 50, the category's
 * `preferencePercent`), rounded down; 0 … 1000.
 */
export const fitWithBid = (fit: number, bid: Bid, percent: number): number =>
  Math.floor((fit * (100 - percent) + bidMarks[bid] * percent) / 100);
