import { type Design, rangeOf, trustedOnly } from './design.ts';
import { type Fit, type Impediment, reml } from './reml.ts';

/** What the trusted reviewers say together: the model fitted to their ratings alone. */
export type Consensus = {
  readonly fit: Fit;
  readonly trusted: readonly boolean[];
  /** Variance of what is known of each reviewer's severity, in points². */
  readonly doubt: Float64Array;
};

/** @param near a fit of all ratings, which is the answer where everybody is trusted. */
export function consensusOf(design: Design, trusted: readonly boolean[], near: Fit): Consensus | Impediment {
  const fit = trusted.every(Boolean) ? near : reml(trustedOnly(design, trusted), near.system.ratios);
  if (typeof fit === 'string') return fit;
  const { ratios } = fit.system;
  const inverse = fit.system.inverse();
  const scale = fit.variances.noise * ratios.reviewer;
  const doubt = Float64Array.from(
    { length: design.reviewers },
    (_, j) => scale * (inverse.values[j * inverse.size + j] ?? 0),
  );
  return { fit, trusted, doubt };
}

/** A rating (points, centred), what the others' ratings of that application lead one to expect, and how surely. */
type Expectation = { readonly score: number; readonly expected: number; readonly variance: number };

function expectationsOf(design: Design, { fit, trusted, doubt }: Consensus): Expectation[][] {
  const { ratios, mean, leniency, design: own } = fit.system;
  const offset = mean + own.centre - design.centre;
  const { noise } = fit.variances;
  const found: Expectation[][] = Array.from({ length: design.reviewers }, () => []);
  for (let i = 0; i < design.applications; i += 1) {
    const [from, to] = rangeOf(design, i);
    for (let r = from; r < to; r += 1) {
      let [count, total, doubts] = [0, 0, 0];
      for (let s = from; s < to; s += 1) {
        const k = design.by[s] ?? 0;
        if (k === design.by[r] || !trusted[k]) continue;
        count += 1;
        total += (design.scores[s] ?? 0) - offset - (leniency[k] ?? 0);
        doubts += doubt[k] ?? 0;
      }
      if (count === 0) continue;
      const pull = ratios.application / (1 + ratios.application * count);
      const variance = noise * (1 + pull) + pull * pull * doubts;
      found[design.by[r] ?? 0]?.push({ score: design.scores[r] ?? 0, expected: pull * total, variance });
    }
  }
  return found;
}

/** A reviewer's marks regressed on the expectation, with an intercept of their own: severity is no fault here. */
export type Following = {
  readonly sheets: number;
  readonly slope: number;
  /** 1 / information is the variance of the slope at usual noise. */
  readonly information: number;
  /** Noise as a multiple of the usual, and what it would be were the marks random. */
  readonly noise: number;
  readonly scatter: number;
};

const FEWEST_SHEETS = 5;

function followingOf(known: readonly Expectation[], random: number): Following | undefined {
  const sheets = known.length;
  if (sheets < FEWEST_SHEETS) return undefined;
  let [w, wx, wy] = [0, 0, 0];
  for (const { score, expected, variance } of known) {
    w += 1 / variance;
    wx += expected / variance;
    wy += score / variance;
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (const { score, expected, variance } of known) {
    const [x, y] = [expected - wx / w, score - wy / w];
    xx += (x * x) / variance;
    xy += (x * y) / variance;
    yy += (y * y) / variance;
  }
  if (xx < 1e-9) return undefined;
  const noise = Math.max(0, yy - (xy * xy) / xx) / (sheets - 2);
  return { sheets, slope: xy / xx, information: xx, noise, scatter: (random * w) / sheets };
}

/** For every reviewer how the marks follow the consensus of the others; undefined where too little is known. */
export function followings(design: Design, consensus: Consensus): (Following | undefined)[] {
  const { noise, application } = consensus.fit.variances;
  return expectationsOf(design, consensus).map((known) => followingOf(known, noise + application));
}
