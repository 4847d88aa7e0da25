import { rangeOf } from './design.ts';
import { solveTransposed } from './matrix.ts';
import type { Random } from './random.ts';
import type { Fit } from './reml.ts';

export type RankEstimate = {
  /** 95 % of the draws lie between these ranks; 1 is the best. */
  readonly low: number;
  readonly high: number;
  /** Share of the draws in which the application is among the first `top`. */
  readonly inTop: number;
};

/** Enough for steady ends of an interval, few enough for a second or two: about six million values in all. */
export const drawsFor = (applications: number): number =>
  Math.round(Math.min(2000, Math.max(200, 6e6 / Math.max(1, applications))));

/** One draw from the joint distribution of all scores given the ratings; what reviewers share, applications share. */
function drawScores(fit: Fit, random: Random, into: Float64Array): void {
  const { design, ratios, factor, mean, leniency } = fit.system;
  const sigma = Math.sqrt(fit.variances.noise);
  const count = design.reviewers + 1;
  const draw = Float64Array.from({ length: count }, random.normal);
  solveTransposed(factor, draw, count);
  const drawnMean = mean + sigma * (draw[design.reviewers] ?? 0);
  const drawn = leniency.map((value, j) => value + sigma * Math.sqrt(ratios.reviewer) * (draw[j] ?? 0));
  for (let i = 0; i < design.applications; i += 1) {
    const [from, to] = rangeOf(design, i);
    let total = 0;
    for (let r = from; r < to; r += 1) total += (design.scores[r] ?? 0) - drawnMean - (drawn[design.by[r] ?? 0] ?? 0);
    const own = ratios.application / (1 + ratios.application * (to - from));
    into[i] = drawnMean + own * total + sigma * Math.sqrt(own) * random.normal();
  }
}

const INDEX_BITS = 0xfffff;
const MOST_APPLICATIONS = INDEX_BITS + 1;

/**
 * Sorts scores so that their indexes can be read off: each lends the last 20 of its 52 bits to its index, and the
 * engine's own sort of numbers does the work. What is lost is far below anything that a draw can tell. The low half of
 * a number comes first in memory on every machine that Node runs on here (little-endian).
 */
function sortIndexes(scores: Float64Array<ArrayBuffer>): Uint32Array {
  const words = new Uint32Array(scores.buffer);
  for (let i = 0; i < scores.length; i += 1) words[2 * i] = (((words[2 * i] ?? 0) & ~INDEX_BITS) | i) >>> 0;
  scores.sort();
  return words;
}

/** The same for all: nothing tells the applications apart. */
const indistinct = (count: number, top: number): RankEstimate[] =>
  Array.from({ length: count }, () => ({ low: 1, high: count, inTop: Math.min(1, top / count) }));

/**
 * Rank intervals and chances from `draws` draws; the same source of chance gives the same.
 * @throws RangeError for more than 1,048,576 applications.
 */
export function rankEstimates(fit: Fit, top: number, random: Random, draws: number): RankEstimate[] {
  const count = fit.system.design.applications;
  if (count > MOST_APPLICATIONS) throw new RangeError(`Too many applications: ${count}`);
  if (fit.system.ratios.application === 0) return indistinct(count, top);
  const ranks = Array.from({ length: count }, () => new Int32Array(draws));
  const scores = new Float64Array(count);
  for (let draw = 0; draw < draws; draw += 1) {
    drawScores(fit, random, scores);
    const words = sortIndexes(scores);
    for (let at = 0; at < count; at += 1) {
      const own = ranks[(words[2 * at] ?? 0) & INDEX_BITS];
      if (own) own[draw] = count - at;
    }
  }
  // Of d draws, the truth falls between the k-th least and the k-th greatest with chance 1 − 2k / (d + 1).
  const tail = Math.max(0, Math.floor(0.025 * (draws + 1)) - 1);
  return ranks.map((own) => {
    own.sort();
    const within = own.findLastIndex((rank) => rank <= top) + 1;
    return { low: own[tail] ?? 1, high: own[draws - 1 - tail] ?? count, inTop: within / draws };
  });
}
