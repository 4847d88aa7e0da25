import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designOf } from '#domain/analysis/design';
import { discordance, discordances, rawMeans, trimmedMeans, zScores } from '#domain/analysis/discordance';
import { randomOf } from '#domain/analysis/random';
import { reml } from '#domain/analysis/reml';
import { simulated } from './simulated.ts';

describe('discordance', () => {
  it('is the share of pairs in the other order', () => {
    // Adding 0 makes 0 of −0, which would be a tie that uniqueArray does not see.
    const value = fc.double({ noNaN: true, min: -9, max: 9 }).map((each) => each + 0);
    const values = fc.uniqueArray(value, { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.string(), (truth, seed) => {
        const { uniform } = randomOf(seed);
        const estimates = truth.map(uniform);
        let [wrong, all] = [0, 0];
        for (let i = 0; i < truth.length; i += 1) {
          for (let j = 0; j < i; j += 1) {
            all += 1;
            const [a, b] = [(truth[i] ?? 0) - (truth[j] ?? 0), (estimates[i] ?? 0) - (estimates[j] ?? 0)];
            if (a > 0 !== b > 0) wrong += 1;
          }
        }
        expect(discordance(Float64Array.from(truth), Float64Array.from(estimates))).toBeCloseTo(wrong / all, 12);
      }),
    );
  });

  it('of ways to score: mean, mean without extremes from five on, and by each reviewer’s own scale', () => {
    const score = (application: number, scores: readonly number[]) =>
      scores.map((value, reviewer) => ({ application, reviewer, score: value }));
    const design = designOf([...score(0, [1, 2, 3, 4, 90]), ...score(1, [3, 4, 5, 6]), ...score(2, [5, 6, 7, 8, 10])]);
    const shown = (values: Float64Array) => [...values].map((value) => value + design.centre);
    expect(shown(rawMeans(design))).toEqual([20, 4.5, 7.2].map((value) => expect.closeTo(value, 9)));
    expect(shown(trimmedMeans(design))).toEqual([3, 4.5, 7].map((value) => expect.closeTo(value, 9)));
    const [first = 0, second = 0] = zScores(design);
    // The first four reviewers give −1, 0, 1 of their spread; the fifth ±1/√2.
    expect(first).toBeCloseTo((-4 + Math.SQRT1_2) / 5, 9);
    expect(second).toBeCloseTo(0, 9);
  });

  it('is greater when extremes are dropped, and least when severity is calibrated: by the season’s own figures', () => {
    const season = { applications: 400, reviewers: 40, panel: [5, 5], variances: [1.278, 0.24, 1.268] } as const;
    const fit = reml(designOf(simulated(season, 'figures').ratings));
    if (typeof fit === 'string') throw new Error(fit);
    const share = discordances(fit, randomOf('seasons'), 10);
    expect(share.trimmed).toBeGreaterThan(share.mean);
    expect(share['z-score']).toBeLessThan(share.mean);
    expect(share.calibrated).toBeLessThan(share['z-score']);
    expect(discordances(fit, randomOf('seasons'), 10)).toEqual(share);
  });
});
