import { type Derivatives, derivatives, type Ratios, type System, solve } from './criterion.ts';
import { type Design, partsOf, rangeOf } from './design.ts';

/** Why the model cannot be fitted, or what must be known about a fit. */
export type Impediment =
  /** Fewer than 3 applications or than 6 ratings. */
  | 'too-few'
  /** No application was rated twice: merit and noise cannot be told apart. */
  | 'no-replication'
  /** Every rating is the same. */
  | 'all-equal'
  /** The reviewers of each application agree to the last decimal (but for constant severity): there is no noise. */
  | 'no-noise';
export type Caution =
  /** One reviewer only, or each rated but once: severity cannot be told from mean or noise and is held at 0. */
  | 'severity-unknown'
  /** Parts of the design share no reviewer; they are compared only through the assumption that they are alike. */
  | 'disconnected'
  /** The applications do not differ beyond noise; their calibrated scores are all the same. */
  | 'no-differences';

export type Fit = {
  /** In points²: variances of merit, severity and noise. */
  readonly variances: { readonly application: number; readonly reviewer: number; readonly noise: number };
  readonly criterion: number;
  readonly cautions: readonly Caution[];
  readonly parts: number;
  readonly system: System;
  readonly iterations: number;
};

const MOST_ROUNDS = 100;
/** Beyond it noise is nil: marks of two decimals cannot differ so little, the maximum lies at infinity. */
const MOST_RATIO = 1e6;
/** In points². */
const LEAST_NOISE = 1e-9;

function impedimentOf(design: Design): Impediment | undefined {
  const { applications, ratings, starts, scores } = design;
  if (applications < 3 || ratings < 6) return 'too-few';
  if (starts.every((start, i) => i === applications || (starts[i + 1] ?? 0) - start < 2)) return 'no-replication';
  const [first = 0] = scores;
  if (scores.every((score) => Math.abs(score - first) < 1e-9)) return 'all-equal';
  return undefined;
}

/** Whether severity leaves a trace of its own: somebody rated twice, and not everybody is the same. */
const severityKnown = ({ loads }: Design): boolean =>
  loads.filter((load) => load > 0).length > 1 && loads.some((load) => load > 1);

/** Moment estimates to start from: variances within and between applications, and between reviewers' mean deviations. */
function start(design: Design, known: boolean): Ratios {
  const means = new Float64Array(design.applications);
  const deviations = new Float64Array(design.reviewers);
  let within = 0;
  for (let i = 0; i < design.applications; i += 1) {
    const [from, to] = rangeOf(design, i);
    const mean = design.scores.subarray(from, to).reduce((sum, score) => sum + score, 0) / Math.max(1, to - from);
    means[i] = mean;
    for (let r = from; r < to; r += 1) {
      const deviation = (design.scores[r] ?? 0) - mean;
      const j = design.by[r] ?? 0;
      within += deviation ** 2;
      deviations[j] = (deviations[j] ?? 0) + deviation / (design.loads[j] ?? 1);
    }
  }
  const noise = Math.max(within / Math.max(1, design.ratings - design.applications), 1e-12);
  const square = (values: Float64Array): number => values.reduce((sum, value) => sum + value ** 2, 0) / values.length;
  const held = (ratio: number): number => Math.min(100, Math.max(0.01, ratio));
  const perApplication = design.ratings / design.applications;
  return {
    application: held(square(means) / noise - 1 / perApplication),
    reviewer: known ? held(square(deviations) / noise - design.reviewers / design.ratings) : 0,
  };
}

type Step = readonly [application: number, reviewer: number];

/** Newton's step over what is free: a ratio at 0 stays while the criterion rises from there. */
function newton({ gradient: [ga, gb], information: [aa, ab, bb] }: Derivatives, ratios: Ratios, known: boolean): Step {
  const freeA = ratios.application > 0 || ga < 0;
  const freeB = known && (ratios.reviewer > 0 || gb < 0);
  // The least bit of ridge keeps a flat direction from dividing by 0.
  const [a, b] = [aa + 1e-12 * (1 + aa), bb + 1e-12 * (1 + bb)];
  if (!freeA) return [0, freeB ? -gb / b : 0];
  if (!freeB) return [-ga / a, 0];
  const determinant = a * b - ab * ab;
  if (determinant <= 1e-14 * a * b) return [-ga / a, -gb / b];
  return [(ab * gb - b * ga) / determinant, (ab * ga - a * gb) / determinant];
}

/** At most tenfold up at once; down to the boundary if the step says so. */
const moved = (ratio: number, step: number, share: number): number =>
  Math.min(MOST_RATIO, Math.max(0, ratio + share * Math.min(step, 9 * Math.max(ratio, 0.1))));

/** The best point on the way, halving; undefined when none is better. */
function descend(from: System, [a, b]: Step): System | undefined {
  for (let share = 1; share > 1e-9; share /= 2) {
    const ratios = {
      application: moved(from.ratios.application, a, share),
      reviewer: moved(from.ratios.reviewer, b, share),
    };
    const next = solve(from.design, ratios);
    if (next.criterion < from.criterion) return next;
  }
  return undefined;
}

const promised = ({ gradient }: Derivatives, step: Step): number =>
  Math.abs(gradient[0] * step[0]) + Math.abs(gradient[1] * step[1]);

function minimize(design: Design, from: Ratios, known: boolean): { system: System; iterations: number } {
  let system = solve(design, from);
  for (let iterations = 0; iterations < MOST_ROUNDS; iterations += 1) {
    const slopes = derivatives(system);
    const step = newton(slopes, system.ratios, known);
    if (promised(slopes, step) < 1e-9) return { system, iterations };
    const next = descend(system, step);
    if (!next) return { system, iterations };
    system = next;
    if (Math.max(next.ratios.application, next.ratios.reviewer) >= MOST_RATIO) return { system, iterations };
  }
  return { system, iterations: MOST_ROUNDS };
}

/**
 * The model score = mean + application + reviewer + noise by restricted maximum likelihood: the two variance ratios
 * that minimize the criterion, by projected Newton steps on the average information (Gilmour, Thompson and Cullis
 * 1995). Floats are right here: this is statistics beside the result and never part of it.
 * @param near ratios to start from, where a fit of nearly the same ratings is known.
 */
export function reml(design: Design, near?: Ratios): Fit | Impediment {
  const impediment = impedimentOf(design);
  if (impediment) return impediment;
  const known = severityKnown(design);
  const { system, iterations } = minimize(design, near ?? start(design, known), known);
  const noise = system.squares / (design.ratings - 1);
  const { ratios } = system;
  if (!(noise > LEAST_NOISE) || ratios.application >= MOST_RATIO || ratios.reviewer >= MOST_RATIO) return 'no-noise';
  const parts = partsOf(design);
  return {
    variances: { application: ratios.application * noise, reviewer: ratios.reviewer * noise, noise },
    criterion: system.criterion,
    cautions: [
      ...(known ? [] : ['severity-unknown' as const]),
      ...(known && parts > 1 ? ['disconnected' as const] : []),
      ...(ratios.application === 0 ? ['no-differences' as const] : []),
    ],
    parts,
    system,
    iterations,
  };
}
