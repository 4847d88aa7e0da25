import type { Ratios } from '#domain/analysis/criterion';
import type { Rating } from '#domain/analysis/design';

/**
 * The mixed model as the textbooks write it: the covariance of all ratings formed whole, factored whole, nothing
 * exploited. Slow, and shares no line with the code that it checks.
 */
type Rows = number[][];

const at = (rows: Rows, i: number, j: number): number => rows[i]?.[j] ?? Number.NaN;

function choleskyOf(matrix: Rows): Rows {
  const factor: Rows = matrix.map(() => []);
  for (let i = 0; i < matrix.length; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = at(matrix, i, j);
      for (let k = 0; k < j; k += 1) rest -= at(factor, i, k) * at(factor, j, k);
      factor[i]?.push(i === j ? Math.sqrt(rest) : rest / at(factor, j, j));
    }
  }
  return factor;
}

function solveBy(factor: Rows, right: readonly number[]): number[] {
  const x = [...right];
  for (let i = 0; i < x.length; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] = (x[i] ?? 0) - at(factor, i, k) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / at(factor, i, i);
  }
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < x.length; k += 1) x[i] = (x[i] ?? 0) - at(factor, k, i) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / at(factor, i, i);
  }
  return x;
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

export type Dense = {
  readonly criterion: number;
  readonly mean: number;
  readonly noise: number;
  readonly merits: number[];
  readonly leniency: number[];
  /** Prediction error variances of mean + merit and of leniency. */
  readonly scoreErrors: number[];
  readonly leniencyErrors: number[];
};

export function denseFit(ratings: readonly Rating[], ratios: Ratios): Dense {
  const n = ratings.length;
  const [la, lb] = [ratios.application, ratios.reviewer];
  const covariance = ratings.map((a, i) =>
    ratings.map(
      (b, j) => Number(i === j) + la * Number(a.application === b.application) + lb * Number(a.reviewer === b.reviewer),
    ),
  );
  const factor = choleskyOf(covariance);
  const scores = ratings.map(({ score }) => score);
  const ones = ratings.map(() => 1);
  const inverseOnes = solveBy(factor, ones);
  const information = dot(ones, inverseOnes);
  const mean = dot(inverseOnes, scores) / information;
  const residuals = scores.map((score) => score - mean);
  const weighed = solveBy(factor, residuals);
  const squares = dot(residuals, weighed);
  const determinant = 2 * factor.reduce((sum, _, i) => sum + Math.log(at(factor, i, i)), 0);
  const noise = squares / (n - 1);
  const levels = (of: 'application' | 'reviewer'): number[][] => {
    const count = Math.max(...ratings.map((rating) => rating[of])) + 1;
    return Array.from({ length: count }, (_, level) => ratings.map((rating) => Number(rating[of] === level)));
  };
  const [applications, reviewers] = [levels('application'), levels('reviewer')];
  const errorOf = (column: number[], ratio: number, isMerit: boolean): number => {
    const edge = Number(isMerit) - ratio * dot(inverseOnes, column);
    return noise * (ratio - ratio ** 2 * dot(column, solveBy(factor, column)) + edge ** 2 / information);
  };
  return {
    criterion: determinant + Math.log(information) + (n - 1) * (1 + Math.log(2 * Math.PI * noise)),
    mean,
    noise,
    merits: applications.map((column) => la * dot(column, weighed)),
    leniency: reviewers.map((column) => lb * dot(column, weighed)),
    scoreErrors: applications.map((column) => errorOf(column, la, true)),
    leniencyErrors: reviewers.map((column) => errorOf(column, lb, false)),
  };
}

/** The least criterion by Nelder and Mead over the roots of the ratios: no derivative, no boundary to speak of. */
export function denseMinimum(ratings: readonly Rating[]): number {
  const criterion = ([a = 0, b = 0]: readonly number[]): number =>
    denseFit(ratings, { application: a * a, reviewer: b * b }).criterion;
  const started = [
    [1, 0.5],
    [0.5, 1],
    [0.1, 0.1],
  ].map((point) => ({ point, value: criterion(point) }));
  const simplex = started;
  const along = (from: number[], to: number[], share: number) => {
    const point = from.map((value, i) => value + share * ((to[i] ?? 0) - value));
    return { point, value: criterion(point) };
  };
  for (let round = 0; round < 300; round += 1) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, good, worst] = simplex;
    if (!best || !good || !worst) throw new Error('the simplex lost a corner');
    if (worst.value - best.value < 1e-11) break;
    const middle = best.point.map((value, i) => (value + (good.point[i] ?? 0)) / 2);
    const reflected = along(middle, worst.point, -1);
    if (reflected.value < best.value) {
      const expanded = along(middle, worst.point, -2);
      simplex[2] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < good.value) simplex[2] = reflected;
    else {
      const contracted = along(middle, reflected.value < worst.value ? reflected.point : worst.point, 0.5);
      if (contracted.value < Math.min(reflected.value, worst.value)) simplex[2] = contracted;
      else {
        simplex[1] = along(best.point, good.point, 0.5);
        simplex[2] = along(best.point, worst.point, 0.5);
      }
    }
  }
  return Math.min(...simplex.map(({ value }) => value));
}
