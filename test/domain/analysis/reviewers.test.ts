import { describe, expect, it } from 'vitest';
import { designOf, type Rating } from '#domain/analysis/design';
import { reml } from '#domain/analysis/reml';
import { diagnose } from '#domain/analysis/reviewers';
import { type Season, simulated } from './simulated.ts';

const findings = (ratings: readonly Rating[]) => {
  const design = designOf(ratings);
  const fit = reml(design);
  if (typeof fit === 'string') throw new Error(fit);
  return diagnose(design, fit);
};
const season: Season = { applications: 300, reviewers: 30, panel: [5, 5], variances: [1.278, 0.24, 1.268] };

function rates(of: Season, seasons: number) {
  let [found, random, wrong, careful] = [0, 0, 0, 0];
  for (let at = 0; at < seasons; at += 1) {
    for (const { reviewer, randomLooking } of findings(simulated(of, `rates ${at}`).ratings).diagnoses) {
      const isRandom = of.random?.(reviewer) ?? false;
      random += Number(isRandom);
      careful += Number(!isRandom);
      found += Number(isRandom && randomLooking);
      wrong += Number(!isRandom && randomLooking);
    }
  }
  return { sensitivity: found / random, falseAlarms: wrong / careful };
}

describe('the search for random marks', () => {
  it('finds most of one in ten, and hardly anybody wrongly', () => {
    const { sensitivity, falseAlarms } = rates({ ...season, random: (reviewer) => reviewer < 3 }, 20);
    expect(sensitivity).toBeGreaterThan(0.85);
    expect(falseAlarms).toBeLessThan(0.01);
  });

  it('tells its own rates about as they are', () => {
    const of = { ...season, random: (reviewer: number) => reviewer < 3 };
    const { diagnoses } = findings(simulated(of, 'told').ratings);
    const told = diagnoses.reduce((sum, { found }) => sum + (found ?? 0), 0) / diagnoses.length;
    expect(Math.abs(told - rates(of, 20).sensitivity)).toBeLessThan(0.1);
    for (const { falseAlarm } of diagnoses) expect(falseAlarm ?? 1).toBeLessThan(0.05);
  });

  it('accuses nobody where all are careful, also where severity and noise differ between them', () => {
    expect(rates(season, 15).falseAlarms).toBeLessThan(0.003);
    const { ratings } = simulated({ ...season, variances: [1.278, 4, 0.8] }, 'noisy');
    const extra = simulated({ ...season, variances: [0, 0, 1] }, 'extra').ratings;
    const noisy = ratings.map((rating, at) => ({
      ...rating,
      // Every third reviewer is half as noisy again as the others.
      score: rating.score + (rating.reviewer % 3 === 0 ? 0.9 * ((extra[at]?.score ?? 80) - 80) : 0),
    }));
    expect(findings(noisy).diagnoses.filter(({ randomLooking }) => randomLooking)).toEqual([]);
  });

  it('leaves those it finds out of the consensus', () => {
    const { ratings } = simulated({ ...season, applications: 600, random: (reviewer) => reviewer === 7 }, 'out');
    const { consensus, diagnoses } = findings(ratings);
    expect(diagnoses.flatMap(({ reviewer, randomLooking }) => (randomLooking ? [reviewer] : []))).toEqual([7]);
    expect(consensus.trusted.flatMap((trusted, j) => (trusted ? [] : [j]))).toEqual([7]);
    const clean = reml(designOf(ratings.filter(({ reviewer }) => reviewer !== 7)));
    expect(typeof clean === 'string' ? clean : clean.criterion).toBeCloseTo(consensus.fit.criterion, 6);
  });

  it('says nothing of who has too few sheets', () => {
    const { ratings } = simulated({ ...season, applications: 12, reviewers: 12, panel: [3, 3] }, 'few');
    for (const each of findings(ratings).diagnoses.filter(({ sheets }) => sheets < 5)) {
      expect(each).toMatchObject({ slope: null, chance: null, found: null, randomLooking: false });
    }
  });

  it('tells each reviewer’s mean and spread', () => {
    const ratings = [
      ...[90, 80, 70].map((score, application) => ({ application, reviewer: 0, score })),
      ...[91, 84, 73].map((score, application) => ({ application, reviewer: 1, score })),
      { application: 0, reviewer: 2, score: 88 },
    ];
    expect(findings(ratings).diagnoses.map(({ sheets, mean, spread }) => [sheets, mean, spread])).toEqual([
      [3, expect.closeTo(80, 9), expect.closeTo(10, 9)],
      [3, expect.closeTo(248 / 3, 9), expect.closeTo(Math.sqrt(247 / 3), 9)],
      [1, expect.closeTo(88, 9), null],
    ]);
  });
});
