import { describe, expect, it } from 'vitest';
import { certify } from '#domain/matching/certificate';
import { type Core, isShortage, type Solution } from '#domain/matching/core';
import { fairest } from '#domain/matching/fairness';
import { leastBound } from '#domain/matching/least-bound';
import { solve } from '#domain/matching/solver';
import { everyAssignment, fitOfPanel } from '#test/support/every-assignment';
import { highsLeast } from '#test/support/highs-oracle';
import { instanceOf, variedInstance } from '#test/support/instances';

function solved(core: Core): Solution {
  const outcome = solve(core);
  if (isShortage(outcome)) throw new Error(`No assignment: ${outcome.kind}`);
  return outcome;
}

const totalsOf = (core: Core, { members, offsets }: Solution): number[] =>
  Array.from({ length: core.rows }, (_, row) =>
    fitOfPanel(core, row, [...members.subarray(offsets[row], offsets[row + 1])]),
  );

const middle = instanceOf({ seed: 21, rows: 300, columns: 60, size: 3 });

describe('fairest', () => {
  it('raises the worst served to the bound, for less than a thousandth of the fit, and proves the rest best', () => {
    const optimum = solved(middle);
    const fair = fairest(middle, optimum);
    const before = Math.min(...totalsOf(middle, optimum));
    const totals = totalsOf(middle, fair.solution);
    expect(before).toBeLessThan(fair.bound);
    expect(fair.least).toBe(Math.min(...totals));
    expect(fair.least).toBe(fair.bound);
    expect(fair.bound).toBe(leastBound(middle, fair.witness));
    expect(fair.loss).toBe(optimum.total - fair.solution.total);
    expect(fair.loss * 1000).toBeLessThanOrEqual(optimum.total);
    expect(certify(fair.core, fair.solution, 'fit')).toMatchObject({ holds: true, faults: [] });
    expect(fairest(middle, optimum)).toEqual(fair);
  });

  it('gives up nothing where the optimum is fair already', () => {
    const core = instanceOf({ seed: 4, rows: 12, columns: 6, size: 2, fits: 'equal' });
    const optimum = solved(core);
    expect(fairest(core, optimum)).toMatchObject({ loss: 0, least: 1000, bound: 1000, core: { pins: [] } });
  });

  it('raises the others though one application can be helped by nobody', () => {
    const fit = middle.fit.map((value, at) => (at < middle.columns && value >= 0 ? Math.min(value, 10) : value));
    const core: Core = { ...middle, fit };
    const optimum = solved(core);
    const fair = fairest(core, optimum);
    expect(fair.least).toBeLessThanOrEqual(30);
    const [, ...before] = totalsOf(core, optimum);
    const [, ...after] = totalsOf(core, fair.solution);
    expect(Math.min(...after)).toBeGreaterThan(Math.min(...before));
  });

  it('keeps pins, group rules and loads', () => {
    const core = instanceOf({ seed: 8, rows: 300, columns: 40, size: 3, pins: 20, organizations: 2, outsiders: 1 });
    const fair = fairest(core, solved(core));
    expect(fair.loss).toBeGreaterThan(0);
    expect(certify(core, fair.solution, 'fit').faults).toEqual([expect.stringMatching(/is not the bound/)]);
    expect(certify(fair.core, fair.solution, 'fit').holds).toBe(true);
  });

  it('states a bound that no assignment of tiny problems passes, and the least that it reaches', () => {
    for (let number = 0; number < 120; number += 1) {
      const core = instanceOf(variedInstance(number, [5, 4, 2]));
      const optimum = solve(core);
      if (isShortage(optimum)) continue;
      let best = 0;
      for (const panels of everyAssignment(core)) {
        best = Math.max(best, Math.min(...panels.map((panel, row) => fitOfPanel(core, row, panel))));
      }
      const fair = fairest(core, optimum);
      expect(fair.bound).toBeGreaterThanOrEqual(best);
      expect(fair.least).toBeLessThanOrEqual(best);
      expect(fair.least).toBeGreaterThanOrEqual(Math.min(...totalsOf(core, optimum)));
    }
  });

  it('bounds by what competing applications can have together, where one alone could have all', () => {
    const core: Core = {
      rows: 3,
      columns: 2,
      fit: Int16Array.of(900, 100, 900, 100, 900, 100),
      sizes: Int32Array.of(1, 1, 1),
      least: Int32Array.of(0, 0),
      most: Int32Array.of(1, 3),
      pins: [],
      rowTie: Uint32Array.of(1, 2, 3),
      columnTie: Uint32Array.of(4, 5),
    };
    const fair = fairest(core, solved(core));
    // The linear bound: 900 + 100 + 100 in all, a third each.
    expect(fair).toMatchObject({ least: 100, bound: 366, loss: 0 });
    expect(leastBound(core, fair.witness)).toBe(366);
  });

  it('states a bound that is the linear one of HiGHS, or a hundredth above it at most', () => {
    for (let number = 0; number < 60; number += 1) {
      const core = instanceOf({ ...variedInstance(number, [30, 14, 3]), fits: 'topics' });
      const linear = highsLeast(core);
      if (linear === undefined) continue;
      const { bound } = fairest(core, solved(core));
      expect(bound).toBeGreaterThanOrEqual(Math.floor(linear + 1e-6));
      expect(bound).toBeLessThanOrEqual(Math.ceil(linear * 1.01));
    }
  });
});
