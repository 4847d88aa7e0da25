import { describe, expect, it } from 'vitest';
import { designOf } from '#domain/analysis/design';
import { disagreements } from '#domain/analysis/disagreement';
import { reml } from '#domain/analysis/reml';
import { simulated } from './simulated.ts';

const season = { applications: 200, reviewers: 20, panel: [3, 3], variances: [4, 4, 1] } as const;

describe('disagreement', () => {
  it('is flagged with the reviewer who lies furthest, and is no severity', () => {
    const { ratings } = simulated(season, 'disagreement');
    const [own] = ratings.filter(({ application }) => application === 17);
    const spoilt = ratings.map((rating) => (rating === own ? { ...rating, score: rating.score - 12 } : rating));
    const design = designOf(spoilt);
    const fit = reml(design);
    if (typeof fit === 'string') throw new Error(fit);
    const [first, ...others] = disagreements(design, fit, fit.variances.noise);
    expect(first).toMatchObject({ application: 17, reviewer: own?.reviewer });
    expect(first?.off).toBeLessThan(-8);
    expect(others.length).toBeLessThan(3);
  });

  it('is seldom found where there is only noise', () => {
    let flagged = 0;
    for (let at = 0; at < 20; at += 1) {
      const design = designOf(simulated(season, `noise ${at}`).ratings);
      const fit = reml(design);
      if (typeof fit === 'string') throw new Error(fit);
      flagged += Number(disagreements(design, fit, fit.variances.noise).length > 0);
    }
    expect(flagged).toBeLessThanOrEqual(4);
  });
});
