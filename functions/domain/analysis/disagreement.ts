import { type Design, rangeOf } from './design.ts';
import { chiSquareTail, discoveryLine } from './distributions.ts';
import type { Fit } from './reml.ts';

/** An application whose reviewers differ by more than noise explains, their severity taken off. */
export type Disagreement = {
  readonly application: number;
  /** Highest less lowest mark, in points. */
  readonly range: number;
  /** Chance of so wide a spread by noise alone. */
  readonly p: number;
  /** Whose mark lies furthest from the others', and by how much, severity taken off: in points, above or below. */
  readonly reviewer: number;
  readonly off: number;
};

/** Of the applications that are flagged, the share that is expected to be flagged by chance alone. */
export const FALSE_SHARE = 0.05;

function spreadOf({ system }: Fit, design: Design, noise: number, i: number): Disagreement | undefined {
  const [from, to] = rangeOf(design, i);
  const count = to - from;
  if (count < 2) return undefined;
  const marks = design.scores.subarray(from, to);
  const own = marks.map((mark, at) => mark - (system.leniency[design.by[from + at] ?? 0] ?? 0));
  const mean = own.reduce((sum, value) => sum + value, 0) / count;
  const squares = own.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const furthest = own.reduce(
    (most, value, at) => (Math.abs(value - mean) > Math.abs((own[most] ?? 0) - mean) ? at : most),
    0,
  );
  return {
    application: i,
    range: Math.max(...marks) - Math.min(...marks),
    p: chiSquareTail(squares / noise, count - 1),
    reviewer: design.by[from + furthest] ?? 0,
    // From the mean of the others, not from a mean that it pulls itself.
    off: (((own[furthest] ?? 0) - mean) * count) / (count - 1),
  };
}

/**
 * The applications whose reviewers disagree, the least likely by chance in front; about one in twenty of them is there
 * by chance.
 * @param fit of all ratings: everybody's severity. @param noise the variance of usual noise, in points².
 */
export function disagreements(design: Design, fit: Fit, noise: number): Disagreement[] {
  const spreads = Array.from({ length: design.applications }, (_, i) => spreadOf(fit, design, noise, i));
  const known = spreads.filter((spread) => spread !== undefined);
  const line = discoveryLine(
    known.map(({ p }) => p),
    FALSE_SHARE,
  );
  return known.filter(({ p }) => p <= line).toSorted((a, b) => a.p - b.p);
}
