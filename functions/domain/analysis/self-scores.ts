import { type PanelRule, panelScore } from '../composite.ts';
import { compare, fromInteger, type Rational, subtract } from '../exact.ts';
import { markToRational } from '../marks.ts';
import type { AnalysedApplication } from './sheets.ts';

/** domain.md §3: a self-score more than 10 points above the panel's is flagged. */
const GAP = fromInteger(10);

export type SelfScore = {
  readonly applicationId: string;
  /** In points. */
  readonly self: number;
  readonly panel: number;
  readonly gap: number;
  readonly flagged: boolean;
};

export type SelfScores = {
  readonly applications: readonly SelfScore[];
  /** Of the gaps (self less panel), in points; null where no application has both scores. */
  readonly mean: number | null;
  readonly median: number | null;
};

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** For a picture or a mean of many: the nearest float. */
export const toFloat = ({ n, d }: Rational): number => Number(n) / Number(d);

/** The statutory mean of an application's sheets (points, exact), or null where it has none. */
export function panelMean({ sheets }: AnalysedApplication, rule: PanelRule): Rational | null {
  const panel = panelScore(
    sheets.map((sheet) => sheet.total),
    rule,
  );
  return panel.method === 'none' ? null : panel.mean;
}

/**
 * Self-scores held against the panel's. The gap is compared exactly, so that 10.00 is not flagged and 10.01 is.
 * Self-scores weigh 0 in the result; this is for the office to look at.
 */
export function selfScoresOf(applications: readonly AnalysedApplication[], rule: PanelRule): SelfScores {
  const known = applications.flatMap((application): SelfScore[] => {
    const panel = panelMean(application, rule);
    if (panel === null || application.selfScore === undefined) return [];
    const self = markToRational(application.selfScore);
    const gap = subtract(self, panel);
    const flagged = compare(gap, GAP) > 0;
    return [
      {
        applicationId: application.applicationId,
        self: toFloat(self),
        panel: toFloat(panel),
        gap: toFloat(gap),
        flagged,
      },
    ];
  });
  const gaps = known.map(({ gap }) => gap);
  const mean = gaps.length > 0 ? gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length : null;
  return { applications: known, mean, median: medianOf(gaps) };
}
