import { type Consensus, consensusOf, type Following, followings } from './consensus.ts';
import type { Design } from './design.ts';
import { randomOf } from './random.ts';
import type { Fit } from './reml.ts';
import { looksRandom, powerOf, suspicionsOf } from './suspicion.ts';

/** One reviewer's marks held against what the others say of the same applications. */
export type Diagnosis = {
  readonly reviewer: number;
  readonly sheets: number;
  /** Mean and standard deviation of the reviewer's own marks, in points; the deviation null below 2 sheets. */
  readonly mean: number;
  readonly spread: number | null;
  /**
   * By how much the marks rise where the others' consensus rises by 1: about 1 for a reviewer who sees what the others
   * see, about 0 for marks that look random. Null where too little is known to say anything, as all that follows.
   */
  readonly slope: number | null;
  readonly slopeError: number | null;
  /** The reviewer's noise as a multiple of what is usual. */
  readonly noise: number | null;
  /** The chance that the marks are random, and whether that is the likelier. */
  readonly chance: number | null;
  readonly randomLooking: boolean;
  /** How often the test would find this reviewer if the marks were random, and how often wrongly if not. */
  readonly found: number | null;
  readonly falseAlarm: number | null;
};

export type ReviewerFindings = {
  readonly diagnoses: readonly Diagnosis[];
  readonly consensus: Consensus;
};

const MOST_ROUNDS = 4;

function ownMarks(design: Design): { mean: Float64Array; spread: (number | null)[] } {
  const [sum, square] = [new Float64Array(design.reviewers), new Float64Array(design.reviewers)];
  design.by.forEach((j, r) => {
    sum[j] = (sum[j] ?? 0) + (design.scores[r] ?? 0);
    square[j] = (square[j] ?? 0) + (design.scores[r] ?? 0) ** 2;
  });
  const mean = sum.map((total, j) => total / Math.max(1, design.loads[j] ?? 0));
  const spread = Array.from(square, (total, j) => {
    const load = design.loads[j] ?? 0;
    return load < 2 ? null : Math.sqrt(Math.max(0, total - load * (mean[j] ?? 0) ** 2) / (load - 1));
  });
  return { mean: mean.map((value) => value + design.centre), spread };
}

/** Random marks spoil the consensus, so whoever looks random is left out and all are tried again, until that settles. */
function settled(design: Design, fit: Fit): Consensus | undefined {
  let consensus = consensusOf(
    design,
    Array.from({ length: design.reviewers }, () => true),
    fit,
  );
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (typeof consensus === 'string') return undefined;
    const { trusted } = consensus;
    const next = suspicionsOf(followings(design, consensus)).chances.map((chance) => !looksRandom(chance));
    if (next.every((value, j) => value === trusted[j])) return consensus;
    const refitted = consensusOf(design, next, fit);
    if (typeof refitted === 'string') return consensus;
    consensus = refitted;
  }
  return typeof consensus === 'string' ? undefined : consensus;
}

const unknown = { slope: null, slopeError: null, noise: null, chance: null, found: null, falseAlarm: null };

/** What is known of a reviewer whose marks could be held against the others'. */
const knownOf = (following: Following, chance: number | null, power: ReturnType<typeof powerOf>) => ({
  slope: following.slope,
  slopeError: Math.sqrt(Math.max(1, following.noise) / following.information),
  noise: following.noise,
  chance,
  ...power,
});

/**
 * Severity apart, does a reviewer rank applications as the others do? The consensus is of those who do.
 * @param fit of all ratings of the design.
 */
export function diagnose(design: Design, fit: Fit): ReviewerFindings {
  const consensus = settled(design, fit);
  if (!consensus) throw new RangeError('The design has no fit');
  const following = followings(design, consensus);
  const { chances, share } = suspicionsOf(following);
  const own = ownMarks(design);
  const random = randomOf('power');
  const diagnoses = following.map((each, reviewer): Diagnosis => {
    const chance = chances[reviewer] ?? null;
    return {
      reviewer,
      sheets: design.loads[reviewer] ?? 0,
      mean: own.mean[reviewer] ?? 0,
      spread: own.spread[reviewer] ?? null,
      ...(each ? knownOf(each, chance, powerOf(each, share, random)) : unknown),
      randomLooking: !consensus.trusted[reviewer],
    };
  });
  return { diagnoses, consensus };
}
