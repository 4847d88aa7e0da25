import { type Ratios, solve } from './criterion.ts';
import { type Design, rangeOf, withScores } from './design.ts';
import { calibrated } from './predict.ts';
import type { Random } from './random.ts';
import type { Fit } from './reml.ts';

/** Ways to make one score of an application out of its ratings. */
export const methods = ['mean', 'trimmed', 'z-score', 'calibrated'] as const;
export type Method = (typeof methods)[number];

type Scoring = (design: Design) => Float64Array;

const perApplication =
  (score: (values: Float64Array) => number): Scoring =>
  (design) =>
    Float64Array.from({ length: design.applications }, (_, i) => score(design.scores.subarray(...rangeOf(design, i))));

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** As the rule has it: from 5 sheets on without one highest and one lowest. */
function trimmedMean(values: Float64Array): number {
  if (values.length < 5) return mean(values);
  const sum = values.reduce((all, value) => all + value, 0);
  return (sum - Math.min(...values) - Math.max(...values)) / (values.length - 2);
}

/** Each reviewer's marks by their own mean and spread; who has no spread of their own keeps the marks' distance only. */
function standardized(design: Design): Float64Array {
  const [sums, squares] = [new Float64Array(design.reviewers), new Float64Array(design.reviewers)];
  design.by.forEach((j, r) => {
    sums[j] = (sums[j] ?? 0) + (design.scores[r] ?? 0);
    squares[j] = (squares[j] ?? 0) + (design.scores[r] ?? 0) ** 2;
  });
  return design.scores.map((score, r) => {
    const j = design.by[r] ?? 0;
    const load = design.loads[j] ?? 1;
    const own = (sums[j] ?? 0) / load;
    const variance = load > 1 ? ((squares[j] ?? 0) - load * own * own) / (load - 1) : 1;
    return (score - own) / (variance > 1e-9 ? Math.sqrt(variance) : 1);
  });
}

export const rawMeans: Scoring = perApplication(mean);
export const trimmedMeans: Scoring = perApplication(trimmedMean);
export const zScores: Scoring = (design) => rawMeans(withScores(design, standardized(design)));

/** Counts the pairs that stand in the wrong order, by merging. */
function inversions(values: Float64Array, spare: Float64Array, from: number, to: number): number {
  if (to - from < 2) return 0;
  const middle = (from + to) >> 1;
  let count = inversions(values, spare, from, middle) + inversions(values, spare, middle, to);
  let [left, right] = [from, middle];
  for (let at = from; at < to; at += 1) {
    if (right >= to || (left < middle && (values[left] ?? 0) <= (values[right] ?? 0))) {
      spare[at] = values[left] ?? 0;
      left += 1;
    } else {
      spare[at] = values[right] ?? 0;
      count += middle - left;
      right += 1;
    }
  }
  values.set(spare.subarray(from, to), from);
  return count;
}

/** Share of the pairs that `estimates` puts in the other order than `truth`; meant for values without ties. */
export function discordance(truth: Float64Array, estimates: Float64Array): number {
  const order = Array.from(truth, (_, i) => i).sort((a, b) => (truth[a] ?? 0) - (truth[b] ?? 0));
  const values = Float64Array.from(order, (i) => estimates[i] ?? 0);
  const count = values.length;
  return (2 * inversions(values, new Float64Array(count), 0, count)) / (count * (count - 1));
}

type Variances = Fit['variances'];

/** True merits and ratings of a season like this one: same design, same variances. */
export function simulate(
  design: Design,
  variances: Variances,
  random: Random,
): { readonly merits: Float64Array; readonly design: Design } {
  const sampled = (count: number, variance: number): Float64Array =>
    Float64Array.from({ length: count }, () => Math.sqrt(variance) * random.normal());
  const merits = sampled(design.applications, variances.application);
  const severities = sampled(design.reviewers, variances.reviewer);
  const scores = sampled(design.ratings, variances.noise);
  for (let i = 0; i < design.applications; i += 1) {
    const [from, to] = rangeOf(design, i);
    for (let r = from; r < to; r += 1) {
      scores[r] = (scores[r] ?? 0) + (merits[i] ?? 0) + (severities[design.by[r] ?? 0] ?? 0);
    }
  }
  return { merits, design: withScores(design, scores) };
}

/** The best that any method could do: the predictions at the true variances. */
export const limitScores =
  (ratios: Ratios): Scoring =>
  (design) =>
    calibrated(solve(design, ratios));

/**
 * The share of pairs of applications that each method would put in the wrong order, in seasons simulated with this
 * season's design and fitted variances. `calibrated` uses those variances as known.
 */
export function discordances(fit: Fit, random: Random, seasons: number): Record<Method, number> {
  const scoring: Record<Method, Scoring> = {
    mean: rawMeans,
    trimmed: trimmedMeans,
    'z-score': zScores,
    calibrated: limitScores(fit.system.ratios),
  };
  const totals: Record<Method, number> = { mean: 0, trimmed: 0, 'z-score': 0, calibrated: 0 };
  for (let season = 0; season < seasons; season += 1) {
    const { merits, design } = simulate(fit.system.design, fit.variances, random);
    for (const method of methods) totals[method] += discordance(merits, scoring[method](design)) / seasons;
  }
  return totals;
}
