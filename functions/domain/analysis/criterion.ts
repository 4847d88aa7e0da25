import { type Design, rangeOf } from './design.ts';
import { factorize, form, inverseOf, type Matrix, matrixOf, solveTransposed } from './matrix.ts';

/** The variances of applications and reviewers as multiples of the noise's: λ ≥ 0. */
export type Ratios = { readonly application: number; readonly reviewer: number };

/**
 * The mixed model's equations at given ratios. score = mean + application + reviewer + noise; the applications are
 * eliminated (their block is diagonal), what is left is dense in the reviewers, bordered by the mean and the scores:
 * one Cholesky of reviewers + 2 rows gives determinant, solution and residual.
 */
export type System = {
  readonly design: Design;
  readonly ratios: Ratios;
  readonly factor: Matrix;
  /** The inverse of the equations of reviewers and mean: errors and slopes come of it. Made once, when first asked for. */
  readonly inverse: () => Matrix;
  /** Mean of the centred scores, and each reviewer's deviation (positive: lenient). */
  readonly mean: number;
  readonly leniency: Float64Array;
  /** Least weighted sum of squares yᵀPy; the noise variance is this by n − 1. */
  readonly squares: number;
  /** The REML criterion −2 ln L, constants included, as lme4 prints it. */
  readonly criterion: number;
};

const INTERCEPT = 1;

/** Adds one application to the lower half of the bordered matrix. */
function addApplication(design: Design, i: number, ratios: Ratios, { size, values }: Matrix): void {
  const [from, to] = rangeOf(design, i);
  const count = to - from;
  const shrink = 1 / (1 + ratios.application * count);
  const weight = ratios.application * shrink;
  const scale = Math.sqrt(ratios.reviewer);
  const [mean, last] = [(size - 2) * size, (size - 1) * size];
  let total = 0;
  for (let r = from; r < to; r += 1) total += design.scores[r] ?? 0;
  let within = 0;
  for (let r = from; r < to; r += 1) {
    const j = design.by[r] ?? 0;
    const score = design.scores[r] ?? 0;
    within += (score - total / count) ** 2;
    values[mean + j] = (values[mean + j] ?? 0) + scale * shrink;
    values[last + j] = (values[last + j] ?? 0) + scale * (score - weight * total);
    values[j * size + j] = (values[j * size + j] ?? 0) + ratios.reviewer;
    for (let s = from; s < to; s += 1) {
      const k = design.by[s] ?? 0;
      if (k <= j) values[j * size + k] = (values[j * size + k] ?? 0) - ratios.reviewer * weight;
    }
  }
  values[mean + size - 2] = (values[mean + size - 2] ?? 0) + count * shrink;
  values[last + size - 2] = (values[last + size - 2] ?? 0) + total * shrink;
  // Within and between apart: their difference would lose digits where the applications differ much.
  values[last + size - 1] =
    (values[last + size - 1] ?? 0) + within + (count > 0 ? (total * total * shrink) / count : 0);
}

export function solve(design: Design, ratios: Ratios): System {
  const { applications, reviewers, ratings } = design;
  const factor = matrixOf(reviewers + 2);
  for (let j = 0; j < reviewers; j += 1) factor.values[j * factor.size + j] = 1;
  for (let i = 0; i < applications; i += 1) addApplication(design, i, ratios, factor);
  factorize(factor);
  const last = (reviewers + 1) * factor.size;
  const solution = factor.values.slice(last, last + reviewers + INTERCEPT);
  solveTransposed(factor, solution, reviewers + INTERCEPT);
  const squares = (factor.values[last + reviewers + 1] ?? 0) ** 2;
  let determinant = 0;
  for (let i = 0; i < applications; i += 1) {
    const [from, to] = rangeOf(design, i);
    determinant += Math.log1p(ratios.application * (to - from));
  }
  for (let j = 0; j <= reviewers; j += 1) determinant += 2 * Math.log(factor.values[j * factor.size + j] ?? 1);
  const degrees = ratings - 1;
  let inverse: Matrix | undefined;
  return {
    design,
    ratios,
    factor,
    inverse() {
      inverse ??= inverseOf(factor, reviewers + INTERCEPT);
      return inverse;
    },
    mean: solution[reviewers] ?? 0,
    leniency: solution.subarray(0, reviewers).map((u) => u * Math.sqrt(ratios.reviewer)),
    squares,
    criterion: determinant + degrees * (1 + Math.log((2 * Math.PI * squares) / degrees)),
  };
}

/** W⁻¹u, W being the covariance without the reviewers, and its products with the reviewers' columns and the mean's. */
function whitened({ design, ratios }: System, u: Float64Array): { values: Float64Array; border: Float64Array } {
  const values = new Float64Array(u.length);
  const border = new Float64Array(design.reviewers + INTERCEPT);
  const scale = Math.sqrt(ratios.reviewer);
  for (let i = 0; i < design.applications; i += 1) {
    const [from, to] = rangeOf(design, i);
    let total = 0;
    for (let r = from; r < to; r += 1) total += u[r] ?? 0;
    const share = (ratios.application * total) / (1 + ratios.application * (to - from));
    for (let r = from; r < to; r += 1) {
      const value = (u[r] ?? 0) - share;
      const j = design.by[r] ?? 0;
      values[r] = value;
      border[j] = (border[j] ?? 0) + scale * value;
      border[design.reviewers] = (border[design.reviewers] ?? 0) + value;
    }
  }
  return { values, border };
}

const product = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** Sums of Py over each application and over each reviewer. */
export function scoresOfEffects({ design, ratios, mean, leniency }: System): {
  application: Float64Array;
  reviewer: Float64Array;
} {
  const application = new Float64Array(design.applications);
  const reviewer = new Float64Array(design.reviewers);
  const residual = (r: number): number => (design.scores[r] ?? 0) - mean - (leniency[design.by[r] ?? 0] ?? 0);
  for (let i = 0; i < design.applications; i += 1) {
    const [from, to] = rangeOf(design, i);
    let total = 0;
    for (let r = from; r < to; r += 1) total += residual(r);
    const shrunk = total / (1 + ratios.application * (to - from));
    application[i] = shrunk;
    for (let r = from; r < to; r += 1) {
      const j = design.by[r] ?? 0;
      reviewer[j] = (reviewer[j] ?? 0) + residual(r) - ratios.application * shrunk;
    }
  }
  return { application, reviewer };
}

/** tr(P Zₐ Zₐᵀ) and tr(P Z_b Z_bᵀ): sums over the applications of what their few ratings touch, exact at λ = 0 too. */
function traces({ design, ratios }: System, inverse: Matrix): readonly [application: number, reviewer: number] {
  const { size, values } = inverse;
  const border = size - 1;
  const scale = Math.sqrt(ratios.reviewer);
  const at = (j: number, k: number): number => values[j * size + k] ?? 0;
  let application = 0;
  const touched = new Float64Array(design.reviewers);
  let reviewer = 0;
  for (let i = 0; i < design.applications; i += 1) {
    const [from, to] = rangeOf(design, i);
    const count = to - from;
    const shrink = 1 / (1 + ratios.application * count);
    const weight = ratios.application * shrink;
    let [pairs, edges] = [0, 0];
    for (let r = from; r < to; r += 1) {
      const j = design.by[r] ?? 0;
      touched[j] = (touched[j] ?? 0) + shrink;
      edges += at(j, border);
      for (let s = from; s < to; s += 1) pairs += at(j, design.by[s] ?? 0);
      reviewer += at(j, j);
    }
    reviewer -= weight * pairs;
    const spread = ratios.reviewer * pairs + 2 * scale * count * edges + count * count * at(border, border);
    application += count * shrink - shrink * shrink * spread;
  }
  // The mean takes one direction out of the reviewers' products; what is left is (M − m mᵀ / m₁₁) against C.
  const whole = touched.reduce((sum, value) => sum + value, 0);
  const edge = new Float64Array(size);
  edge.set(touched);
  return [application, reviewer - form(inverse, edge, edge) / whole];
}

export type Derivatives = {
  /** Of the criterion by (application, reviewer) ratio. */
  readonly gradient: readonly [number, number];
  /** The average-information matrix: a positive semidefinite stand-in for the second derivatives. */
  readonly information: readonly [aa: number, ab: number, bb: number];
};

/** First derivatives (exact) and average information of the criterion, the noise variance profiled out. */
export function derivatives(system: System): Derivatives {
  const { design, squares } = system;
  const inverse = system.inverse();
  const effects = scoresOfEffects(system);
  const [ua, ub] = [new Float64Array(design.ratings), new Float64Array(design.ratings)];
  for (let i = 0; i < design.applications; i += 1) {
    const [from, to] = rangeOf(design, i);
    for (let r = from; r < to; r += 1) {
      ua[r] = effects.application[i] ?? 0;
      ub[r] = effects.reviewer[design.by[r] ?? 0] ?? 0;
    }
  }
  const [wa, wb] = [whitened(system, ua), whitened(system, ub)];
  const noise = squares / (design.ratings - 1);
  const [qa, qb] = [product(effects.application, effects.application), product(effects.reviewer, effects.reviewer)];
  const [ta, tb] = traces(system, inverse);
  const info = (u: Float64Array, v: typeof wa, bu: Float64Array, qu: number, qv: number): number =>
    (product(u, v.values) - form(inverse, bu, v.border) - (qu * qv) / squares) / noise;
  return {
    gradient: [ta - qa / noise, tb - qb / noise],
    information: [info(ua, wa, wa.border, qa, qa), info(ua, wb, wa.border, qa, qb), info(ub, wb, wb.border, qb, qb)],
  };
}
