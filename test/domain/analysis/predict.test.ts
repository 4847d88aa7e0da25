import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designOf } from '#domain/analysis/design';
import { predict } from '#domain/analysis/predict';
import { reml } from '#domain/analysis/reml';
import { denseFit } from './dense-oracle.ts';
import { simulated } from './simulated.ts';

describe('the predictions', () => {
  it('and their errors are those of the whole covariance matrix', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { ratings } = simulated({ applications: 15, reviewers: 7, panel: [1, 4], variances: [6, 3, 3] }, seed);
        const fit = reml(designOf(ratings));
        if (typeof fit === 'string') return;
        const { scores, leniency } = predict(fit);
        const dense = denseFit(ratings, fit.system.ratios);
        const near = (a: number | undefined, b: number): void => {
          expect(Math.abs((a ?? Number.NaN) - b)).toBeLessThan(1e-8);
        };
        near(fit.variances.noise, dense.noise);
        dense.merits.forEach((merit, i) => {
          near(scores[i]?.value, dense.mean + merit);
          near((scores[i]?.error ?? Number.NaN) ** 2, dense.scoreErrors[i] ?? Number.NaN);
        });
        dense.leniency.forEach((value, j) => {
          near(leniency[j]?.value, value);
          near((leniency[j]?.error ?? Number.NaN) ** 2, dense.leniencyErrors[j] ?? Number.NaN);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('cover the truth as often as they say, over many seasons', () => {
    let [covered, all] = [0, 0];
    for (let season = 0; season < 20; season += 1) {
      const { ratings, merits } = simulated(
        { applications: 300, reviewers: 30, panel: [3, 5], variances: [1.278, 0.24, 1.268] },
        `coverage ${season}`,
      );
      const fit = reml(designOf(ratings));
      if (typeof fit === 'string') throw new Error(fit);
      for (const [i, { low, high }] of predict(fit).scores.entries()) {
        const merit = merits[i] ?? Number.NaN;
        all += 1;
        if (low <= merit && merit <= high) covered += 1;
      }
    }
    expect(covered / all).toBeGreaterThan(0.94);
    expect(covered / all).toBeLessThan(0.96);
  });
});
