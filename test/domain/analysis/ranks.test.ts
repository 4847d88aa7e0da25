import { describe, expect, it } from 'vitest';
import { designOf, type Rating } from '#domain/analysis/design';
import { normalTail } from '#domain/analysis/distributions';
import { predict } from '#domain/analysis/predict';
import { randomOf } from '#domain/analysis/random';
import { drawsFor, rankEstimates } from '#domain/analysis/ranks';
import { type Fit, reml } from '#domain/analysis/reml';
import { simulated } from './simulated.ts';

const fitted = (ratings: readonly Rating[]): Fit => {
  const fit = reml(designOf(ratings));
  if (typeof fit === 'string') throw new Error(fit);
  return fit;
};
const season = { applications: 120, reviewers: 15, panel: [3, 5], variances: [2, 1, 1.5] } as const;

describe('the rank estimates', () => {
  it('hold 95 % of the true ranks over many seasons', () => {
    let [covered, all] = [0, 0];
    for (let at = 0; at < 25; at += 1) {
      const { ratings, merits } = simulated(season, `ranks ${at}`);
      const estimates = rankEstimates(fitted(ratings), 30, randomOf('draws'), 400);
      const order = merits.map((_, i) => i).sort((a, b) => (merits[b] ?? 0) - (merits[a] ?? 0));
      order.forEach((i, rank) => {
        const { low = 0, high = 0 } = estimates[i] ?? {};
        all += 1;
        if (low <= rank + 1 && rank + 1 <= high) covered += 1;
      });
    }
    expect(covered / all).toBeGreaterThan(0.93);
    expect(covered / all).toBeLessThan(0.97);
  });

  it('give chances that sum to the places and rise with the score', () => {
    const fit = fitted(simulated(season, 'chances').ratings);
    const estimates = rankEstimates(fit, 30, randomOf('draws'), 1000);
    expect(estimates.reduce((sum, { inTop }) => sum + inTop, 0)).toBeCloseTo(30, 6);
    const { scores } = predict(fit);
    const order = scores.map((_, i) => i).sort((a, b) => (scores[b]?.value ?? 0) - (scores[a]?.value ?? 0));
    expect(estimates[order[0] ?? 0]?.inTop).toBeGreaterThan(0.99);
    expect(estimates[order.at(-1) ?? 0]?.inTop).toBeLessThan(0.01);
  });

  it('are the chance of a normal deviate for two applications of one reviewer', () => {
    // Three applications, the third far below: which of the first two leads is a question of their difference alone.
    const ratings = [81, 80, 40].flatMap((score, application) =>
      [3, -3, 1, -1].map((off) => ({ application, reviewer: 0, score: score + off })),
    );
    const fit = fitted(ratings);
    const { scores } = predict(fit);
    const own = fit.system.ratios.application / (1 + 4 * fit.system.ratios.application);
    const gap = (scores[0]?.value ?? 0) - (scores[1]?.value ?? 0);
    // One reviewer, equal panels: the mean moves both alike, and each score varies on its own around it.
    const z = gap / Math.sqrt(2 * own * fit.variances.noise);
    const [first] = rankEstimates(fit, 1, randomOf('two'), 20_000);
    expect(Math.abs((first?.inTop ?? Number.NaN) - (1 - normalTail(z)))).toBeLessThan(0.012);
    expect(first?.inTop).toBeLessThan(0.95);
  });

  it('are the same again for the same seed, and say nothing where nothing differs', () => {
    const fit = fitted(simulated(season, 'again').ratings);
    expect(rankEstimates(fit, 5, randomOf('s'), 50)).toEqual(rankEstimates(fit, 5, randomOf('s'), 50));
    const flat = { ...fit, system: { ...fit.system, ratios: { application: 0, reviewer: 0 } } };
    expect(rankEstimates(flat, 30, randomOf('s'), 50)).toEqual(
      Array.from({ length: 120 }, () => ({ low: 1, high: 120, inTop: 0.25 })),
    );
  });

  it('take fewer draws for more applications', () => {
    expect([10, 2000, 33_000, 1e6].map(drawsFor)).toEqual([2000, 2000, 200, 200]);
  });
});
