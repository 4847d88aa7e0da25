import type { Analysis, Model } from './analyse.ts';
import type { SelfScore } from './self-scores.ts';

type Interval = { readonly value: number; readonly low: number; readonly high: number };

/** The figures behind the pictures, in the order in which they are drawn; all in points. */
export type Pictures = {
  /** A dot and its interval for each reviewer, the most severe first. */
  readonly severity: readonly ({ readonly reviewerId: string; readonly randomLooking: boolean } & Interval)[];
  /** Each application's calibrated score with its interval by calibrated place, and its mean by the rule. */
  readonly scores: readonly ({ readonly applicationId: string; readonly panelMean: number | null } & Interval)[];
  readonly selfAgainstPanel: readonly Pick<SelfScore, 'applicationId' | 'self' | 'panel' | 'flagged'>[];
  /** How many means by the rule lie in from ≤ mean < to; the last bin takes its upper end too. */
  readonly histogram: readonly { readonly from: number; readonly to: number; readonly count: number }[];
};

const MOST_BINS = 40;

function histogramOf(values: readonly number[]): Pictures['histogram'] {
  if (values.length === 0) return [];
  const [least, most] = values.reduce(
    ([a, b], value) => [Math.min(a, value), Math.max(b, value)],
    [Infinity, -Infinity],
  );
  const from = Math.floor(least);
  const width = Math.max(1, Math.ceil((most - from) / MOST_BINS));
  const bins = Math.max(1, Math.ceil((most - from) / width));
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor((value - from) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, at) => ({ from: from + at * width, to: from + (at + 1) * width, count }));
}

function modelPictures({ reviewers, scores }: Model): Omit<Pictures, 'selfAgainstPanel'> {
  return {
    severity: reviewers
      .map(({ reviewerId, randomLooking, leniency: { value, low, high } }) => ({
        reviewerId,
        randomLooking,
        value,
        low,
        high,
      }))
      .toSorted((a, b) => a.value - b.value),
    scores: scores
      .map(({ applicationId, panelMean, score: { value, low, high } }) => ({
        applicationId,
        panelMean,
        value,
        low,
        high,
      }))
      .toSorted((a, b) => b.value - a.value),
    histogram: histogramOf(scores.flatMap(({ panelMean }) => (panelMean === null ? [] : [panelMean]))),
  };
}

export function picturesOf({ model, selfScores }: Analysis): Pictures {
  const drawn = 'withheld' in model ? { severity: [], scores: [], histogram: [] } : modelPictures(model);
  return {
    ...drawn,
    selfAgainstPanel: selfScores.applications.map(({ applicationId, self, panel, flagged }) => ({
      applicationId,
      self,
      panel,
      flagged,
    })),
  };
}
