import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Drawn, draw, fitsOf, isUndrawable, panelsOf, undrawable } from '#domain/draw';
import type { DrawProblem } from '#domain/draw-problem';
import { certify } from '#domain/matching/certificate';
import { leastBound } from '#domain/matching/least-bound';
import { drawProblem } from '../support/draw-fixture.ts';

function drawn(problem: DrawProblem): Drawn {
  const outcome = draw(problem);
  if (isUndrawable(outcome)) throw undrawable(outcome);
  return outcome;
}

const loadsOf = (of: Drawn): number[] =>
  of.problem.reviewers.map((_, column) => of.solution.members.filter((member) => member === column).length);

describe('a draw', () => {
  it('gives each application its panel, closes what is closed, and its certificate holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const of = drawn(drawProblem({ seed, rows: 12, columns: 8 }));
        expect(panelsOf(of).map(({ reviewerIds }) => new Set(reviewerIds).size)).toEqual(Array(12).fill(3));
        for (const [row, fit] of fitsOf(of).entries()) {
          const { members, offsets } = of.solution;
          const values = [...members.subarray(offsets[row], offsets[row + 1])].map(
            (column) => of.problem.fit[row * 8 + column] as number,
          );
          expect(values.every((value) => value >= 0)).toBe(true);
          expect(values.reduce((sum, value) => sum + value, 0)).toBe(fit);
        }
        expect(certify(of.core, of.solution)).toMatchObject({ holds: true, faults: [] });
      }),
      { numRuns: 40 },
    );
  });

  it('keeps loads near the mean where it can, and widens them where it must', () => {
    const even = drawn(drawProblem({ rows: 40, columns: 10 }));
    expect(even.spread).toEqual({ least: 85, most: 115 });
    expect(loadsOf(even).every((load) => load >= 10 && load <= 14)).toBe(true);

    // Six of the ten may review the first application only: the other four must take what is left.
    const narrow = drawProblem({ rows: 10, columns: 10 });
    const fit = narrow.fit.map((_, at) => (at % 10 < 4 || at < 10 ? 500 : -1));
    const wide = drawn({ ...narrow, fit });
    expect(wide.spread).toEqual({ least: 0, most: 400 });
    expect(panelsOf(wide)).toHaveLength(10);
  });

  it('keeps pins, and counts them in the load even beyond its spread', () => {
    const problem = drawProblem({ rows: 30, columns: 10 });
    const fit = problem.fit.map(Math.abs as (value: number) => number).map((value) => value % 1001);
    const pins = Array.from({ length: 20 }, (_, row) => [row, 4] as const);
    const of = drawn({ ...problem, fit, pins });
    for (const [row] of pins) expect(panelsOf(of)[row]?.reviewerIds).toContain(problem.reviewers[4]?.reviewerId);
    expect(loadsOf(of)[4]).toBe(20);
  });

  it('gives another draw for another seed only among equally good ones', () => {
    const equal = drawProblem({ rows: 12, columns: 8, changes: { fit: new Int16Array(96).fill(300) } });
    const [one, two] = ['2026-1', '2026-2'].map((seed) => drawn({ ...equal, seed }));
    expect(panelsOf(one as Drawn)).not.toEqual(panelsOf(two as Drawn));
    expect(one?.solution.total).toBe(two?.solution.total);
    expect(panelsOf(drawn({ ...equal, seed: '2026-1' }))).toEqual(panelsOf(one as Drawn));
  });

  it('raises the worst served where its aim says so, near its bound and at little cost, and is proven all the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const problem = drawProblem({ seed, rows: 20, columns: 10 });
        const [sum, fair] = [drawn(problem), drawn({ ...problem, aim: 'worst-served' })];
        const [least, raised] = [sum, fair].map((of) => Math.min(...fitsOf(of))) as [number, number];
        expect(raised).toBeGreaterThanOrEqual(least);
        expect(raised).toBeLessThanOrEqual(fair.worst.bound);
        expect(leastBound(sum.core, sum.worst.witness)).toBe(sum.worst.bound);
        expect(fair.givenUp).toBe(sum.solution.total - fair.solution.total);
        expect(fair.givenUp).toBeLessThanOrEqual(sum.solution.total / 1000);
      }),
      { numRuns: 20 },
    );
  });

  it('has nothing to do where nobody gets a panel', () => {
    expect(panelsOf(drawn(drawProblem({ rows: 0, columns: 4 })))).toEqual([]);
  });
});

describe('a draw that cannot be', () => {
  it('names the rule that binds and everybody in the cut', () => {
    const outcome = draw(drawProblem({ rows: 4, columns: 3, most: 2 }));
    if (!isUndrawable(outcome)) throw new Error('it was drawn');
    const { code, values, fields } = undrawable(outcome);
    expect(code).toBe('PanelTooSmall');
    expect(values['detail']).toMatchObject({ zh: expect.stringContaining('12 人次') });
    expect(fields[0]).toMatchObject({ path: 'reviewers.maximumLoad', code: 'Shortage-capacity' });
    expect(fields.filter(({ path }) => path.startsWith('applications.'))).toHaveLength(4);
    expect(fields.filter(({ path }) => path.startsWith('reviewers.reviewer-'))).toHaveLength(3);
  });

  it('tells outside experts and organizations apart', () => {
    const free = new Int16Array(24).fill(100);
    const outsiders = drawProblem({ rows: 4, columns: 6, changes: { fit: free, outsiders: 3 } });
    const organizations = drawProblem({ rows: 4, columns: 6, changes: { fit: free, onePerOrganization: true } });
    const crowded = organizations.reviewers.map((reviewer) => ({
      ...reviewer,
      organization: reviewer.outside ? 1 : 2,
    }));
    const kinds = [outsiders, { ...organizations, reviewers: crowded }].map((problem) => {
      const outcome = draw(problem);
      return isUndrawable(outcome) ? undrawable(outcome).fields[0]?.path : 'drawn';
    });
    expect(kinds).toEqual(['categories.groupRules.outsideExperts', 'categories.groupRules.onePerOrganization']);
  });
});
