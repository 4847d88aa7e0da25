import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designOf, type Rating } from '#domain/analysis/design';
import { type Fit, reml } from '#domain/analysis/reml';
import { denseMinimum } from './dense-oracle.ts';
import { simulated } from './simulated.ts';

const fitted = (ratings: readonly Rating[]): Fit => {
  const fit = reml(designOf(ratings));
  if (typeof fit === 'string') throw new Error(fit);
  return fit;
};
const crossed = (rows: readonly string[], ofOne = false): Rating[] =>
  rows.flatMap((row, application) =>
    row.split(' ').map((score, at) => ({ application, reviewer: ofOne ? 0 : at, score: Number(score) })),
  );

/** Davies and Goldsmith 1972: growth inhibition in mm, 24 plates (rows) by 6 samples. */
const penicillin = [
  '27 23 26 23 23 21',
  '27 23 26 23 23 21',
  '25 21 25 24 24 20',
  '26 23 25 23 23 20',
  '25 22 26 22 23 20',
  '24 22 25 23 22 19',
  '24 20 23 21 22 19',
  '26 22 26 24 24 21',
  '24 21 24 22 22 20',
  '24 21 24 23 22 19',
  '26 23 26 24 24 21',
  '25 22 26 24 24 20',
  '26 24 26 24 25 22',
  '26 23 26 23 23 20',
  '26 23 25 24 24 22',
  '25 22 25 23 23 20',
  '25 21 24 23 23 20',
  '25 22 24 23 23 19',
  '24 21 23 21 21 19',
  '26 23 26 24 24 21',
  '25 21 24 22 22 18',
  '25 22 25 22 22 20',
  '24 21 24 22 24 19',
  '24 21 24 22 21 18',
];
/** Davies and Goldsmith 1972: yield of dyestuff from 6 batches, 5 each. */
const dyestuff = [
  '1545 1440 1440 1520 1580',
  '1540 1555 1490 1560 1495',
  '1595 1550 1605 1510 1560',
  '1445 1440 1595 1465 1545',
  '1595 1630 1515 1635 1625',
  '1520 1455 1450 1480 1445',
];
/** Box and Tiao 1973: simulated so that the batches do not differ beyond noise. */
const dyestuff2 = [
  '7.298 3.846 2.434 9.566 7.990',
  '5.220 6.556 0.608 11.788 -0.892',
  '0.110 10.386 13.434 5.510 8.166',
  '2.212 4.852 7.092 9.288 4.980',
  '0.282 9.014 4.458 9.446 7.198',
  '1.722 4.782 8.106 0.758 3.758',
];

describe('the fit by restricted maximum likelihood', () => {
  it('gives the figures that lme4 publishes for Penicillin', () => {
    const { criterion, variances, system, cautions } = fitted(crossed(penicillin));
    expect(criterion).toBeCloseTo(330.8606, 4);
    expect(variances.application).toBeCloseTo(0.716908, 5);
    expect(variances.reviewer).toBeCloseTo(3.73092, 4);
    expect(variances.noise).toBeCloseTo(0.302415, 5);
    expect(system.mean + system.design.centre).toBeCloseTo(22.9722, 4);
    expect(cautions).toEqual([]);
  });

  it('gives the figures that lme4 publishes for Dyestuff: one source beside the noise, told as unknown severity', () => {
    const { criterion, variances, cautions } = fitted(crossed(dyestuff, true));
    expect(criterion).toBeCloseTo(319.6543, 4);
    expect(variances.application).toBeCloseTo(1764.05, 2);
    expect(variances.noise).toBeCloseTo(2451.25, 2);
    expect(cautions).toEqual(['severity-unknown']);
  });

  it('gives the figures that lme4 publishes for Dyestuff2: on the boundary, told as no differences', () => {
    const { criterion, variances, cautions } = fitted(crossed(dyestuff2, true));
    expect(criterion).toBeCloseTo(161.8283, 4);
    expect(variances).toMatchObject({ application: 0, reviewer: 0 });
    expect(variances.noise).toBeCloseTo(13.8063, 4);
    expect(cautions).toEqual(['severity-unknown', 'no-differences']);
  });

  it('finds the least criterion that a search over the whole covariance matrix finds', () => {
    const variances = fc.constantFrom([4, 1, 4], [0, 3, 2], [3, 0, 2], [0, 0, 1], [20, 20, 1] as const);
    fc.assert(
      fc.property(fc.string(), variances, (seed, [merit = 0, severity = 0, noise = 0]) => {
        const { ratings } = simulated(
          { applications: 14, reviewers: 6, panel: [1, 4], variances: [merit, severity, noise] },
          seed,
        );
        expect(fitted(ratings).criterion).toBeLessThan(denseMinimum(ratings) + 1e-6);
      }),
      { numRuns: 12 },
    );
  });

  it('does not change with the numbering, the order or the beginning of the scale', () => {
    const { ratings } = simulated({ applications: 40, reviewers: 9, panel: [2, 4], variances: [4, 2, 3] }, 'scale');
    const plain = fitted(ratings);
    const renamed = ratings
      .map(({ application, reviewer, score }) => ({
        application: (application * 7 + 3) % 40,
        reviewer: 8 - reviewer,
        score: score + 1000,
      }))
      .toReversed();
    const other = fitted(renamed);
    expect(other.criterion).toBeCloseTo(plain.criterion, 6);
    expect(other.variances.application).toBeCloseTo(plain.variances.application, 5);
    expect(other.variances.reviewer).toBeCloseTo(plain.variances.reviewer, 5);
    expect(other.system.mean + other.system.design.centre - 1000).toBeCloseTo(
      plain.system.mean + plain.system.design.centre,
      6,
    );
    for (let j = 0; j < 9; j += 1) {
      expect(other.system.leniency[8 - j]).toBeCloseTo(plain.system.leniency[j] ?? Number.NaN, 5);
    }
  });

  it('says why where nothing can be fitted', () => {
    const of = (...rows: (readonly [application: number, reviewer: number, score: number])[]) =>
      reml(designOf(rows.map(([application, reviewer, score]) => ({ application, reviewer, score }))));
    const grid = (score: (i: number, j: number) => number, count = 4) =>
      of(
        ...Array.from(
          { length: count * 3 },
          (_, at) => [Math.floor(at / 3), at % 3, score(Math.floor(at / 3), at % 3)] as const,
        ),
      );
    expect(of()).toBe('too-few');
    expect(grid((i, j) => i * j, 2)).toBe('too-few');
    expect(of(...Array.from({ length: 8 }, (_, i) => [i, i % 3, i * i] as const))).toBe('no-replication');
    expect(grid(() => 90)).toBe('all-equal');
    expect(grid((i) => 80 + i * i)).toBe('no-noise');
    expect(grid((i, j) => 80 + i * i + 2 * j)).toBe('no-noise');
  });

  it('warns where severity cannot be told or parts are not connected', () => {
    const { ratings } = simulated({ applications: 12, reviewers: 5, panel: [2, 3], variances: [4, 1, 2] }, 'parts');
    const once = ratings.map((rating, reviewer) => ({ ...rating, reviewer }));
    expect(fitted(once)).toMatchObject({ cautions: ['severity-unknown'], variances: { reviewer: 0 } });
    const apart = ratings.map((rating) => ({
      ...rating,
      application: rating.application + 12,
      reviewer: rating.reviewer + 5,
    }));
    expect(fitted([...ratings, ...apart])).toMatchObject({ cautions: ['disconnected'], parts: 2 });
  });
});
