import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivatives, type Ratios, solve } from '#domain/analysis/criterion';
import { designOf } from '#domain/analysis/design';
import { denseFit } from './dense-oracle.ts';
import { simulated } from './simulated.ts';

const ratio = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 50, noNaN: true }));
const unbalanced = fc.record({
  seed: fc.string(),
  applications: fc.integer({ min: 3, max: 25 }),
  reviewers: fc.integer({ min: 6, max: 12 }),
  application: ratio,
  reviewer: ratio,
});

describe('the criterion of the mixed model', () => {
  it('is that of the whole covariance matrix, and so are mean and predictions of the reviewers', () => {
    fc.assert(
      fc.property(unbalanced, ({ seed, applications, reviewers, ...ratios }) => {
        const { ratings } = simulated({ applications, reviewers, panel: [1, 5], variances: [9, 4, 4] }, seed);
        const [fast, dense] = [solve(designOf(ratings), ratios), denseFit(ratings, ratios)];
        expect(Math.abs(fast.criterion - dense.criterion)).toBeLessThan(1e-6);
        expect(Math.abs(fast.mean + fast.design.centre - dense.mean)).toBeLessThan(1e-8);
        dense.leniency.forEach((value, j) => {
          expect(Math.abs(value - (fast.leniency[j] ?? Number.NaN))).toBeLessThan(1e-8);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('has the slopes that differences show, at the boundary too', () => {
    fc.assert(
      fc.property(unbalanced, ({ seed, applications, reviewers, ...ratios }) => {
        const { ratings } = simulated({ applications, reviewers, panel: [2, 5], variances: [9, 4, 4] }, seed);
        const design = designOf(ratings);
        const { gradient } = derivatives(solve(design, ratios));
        for (const [at, name] of (['application', 'reviewer'] as const).entries()) {
          const step = 1e-5 * Math.max(0.05, ratios[name]);
          const value = (times: number): number =>
            solve(design, { ...ratios, [name]: ratios[name] + times * step } as Ratios).criterion;
          // One-sided, of second order: a ratio below 0 is none.
          const slope = (-3 * value(0) + 4 * value(1) - value(2)) / (2 * step);
          expect(Math.abs((gradient[at] ?? Number.NaN) - slope)).toBeLessThan(1e-3 * (1 + Math.abs(slope)));
        }
      }),
      { numRuns: 60 },
    );
  });
});
