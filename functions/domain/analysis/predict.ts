import type { System } from './criterion.ts';
import { rangeOf } from './design.ts';
import { Z95 } from './distributions.ts';
import type { Matrix } from './matrix.ts';
import type { Fit } from './reml.ts';

/** In points, on the scale of the ratings. `error` is the standard error of prediction; low … high hold 95 %. */
export type Estimate = { readonly value: number; readonly error: number; readonly low: number; readonly high: number };

export type Predictions = {
  /** mean + merit of each application: what a panel of all reviewers would give on average. */
  readonly scores: readonly Estimate[];
  /** How far each reviewer's marks lie above (lenient) or below (severe) those of the others, applications apart. */
  readonly leniency: readonly Estimate[];
};

const estimate = (value: number, variance: number): Estimate => {
  const error = Math.sqrt(Math.max(0, variance));
  return { value, error, low: value - Z95 * error, high: value + Z95 * error };
};

/** The best linear unbiased prediction of each application's score, given the model's solution for the reviewers. */
export function calibrated(system: System): Float64Array {
  const { design, ratios, mean, leniency } = system;
  const scores = new Float64Array(design.applications);
  for (let i = 0; i < design.applications; i += 1) {
    const [from, to] = rangeOf(design, i);
    let total = 0;
    for (let r = from; r < to; r += 1) total += (design.scores[r] ?? 0) - mean - (leniency[design.by[r] ?? 0] ?? 0);
    scores[i] = mean + (ratios.application * total) / (1 + ratios.application * (to - from));
  }
  return scores;
}

/** How uncertain the reviewers and the mean are beneath one application's score, in units of the noise variance. */
function uncertainty({ system: { design, ratios } }: Fit, { size, values }: Matrix, i: number): number {
  const [from, to] = rangeOf(design, i);
  const border = size - 1;
  const shrink = 1 / (1 + ratios.application * (to - from));
  const pull = ratios.application * shrink * Math.sqrt(ratios.reviewer);
  let [pairs, edges] = [0, 0];
  for (let r = from; r < to; r += 1) {
    const j = design.by[r] ?? 0;
    edges += values[j * size + border] ?? 0;
    for (let s = from; s < to; s += 1) pairs += values[j * size + (design.by[s] ?? 0)] ?? 0;
  }
  const corner = values[border * size + border] ?? 0;
  return ratios.application * shrink + pull * pull * pairs - 2 * pull * shrink * edges + shrink * shrink * corner;
}

/**
 * Predictions with their errors. The errors take the fitted variances for the true ones, as is usual: with few
 * applications or reviewers the intervals are somewhat too narrow.
 */
export function predict(fit: Fit): Predictions {
  const { design, ratios, leniency } = fit.system;
  const inverse = fit.system.inverse();
  const { noise } = fit.variances;
  const scores = calibrated(fit.system);
  return {
    scores: Array.from(scores, (score, i) => estimate(score + design.centre, noise * uncertainty(fit, inverse, i))),
    leniency: Array.from(leniency, (value, j) =>
      estimate(value, noise * ratios.reviewer * (inverse.values[j * inverse.size + j] ?? 0)),
    ),
  };
}
