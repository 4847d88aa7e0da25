import { describe, expect, it } from 'vitest';
import { checkDraw } from '#domain/draw-check';
import { closed, type DrawProblem } from '#domain/draw-problem';
import { AwardError } from '#domain/errors';
import { drawProblem } from '../support/draw-fixture.ts';
import { cycle } from '../support/season-fixture.ts';

const category = cycle.categories[0] as (typeof cycle.categories)[number];
const open = (rows: number, columns: number, changes: Partial<DrawProblem> = {}): DrawProblem =>
  drawProblem({ rows, columns, changes: { fit: new Int16Array(rows * columns).fill(100), ...changes } });

function told(problem: DrawProblem, categories = [category]): string[] {
  try {
    checkDraw({ ...cycle, categories }, problem);
    return [];
  } catch (error) {
    if (!(error instanceof AwardError)) throw error;
    return [error.code, ...error.fields.map(({ path, code }) => `${path} ${code}`)];
  }
}

describe('what is in the way of a draw', () => {
  it('is nothing where enough are free', () => {
    expect(told(open(2, 3))).toEqual([]);
  });

  it('is a panel too small for a result, unless the cycle’s rule takes less', () => {
    const small = { ...category, panelSize: 2 };
    expect(told(open(1, 3), [small])).toEqual(['InvalidInput', 'categories.0.panelSize PanelTooSmall']);
    expect(told(open(1, 3), [{ ...small, panelRule: { minimumSheets: 2, trimFrom: 5 } }])).toEqual([]);
    expect(told(open(1, 3, { round: 'site' }), [small])).toEqual([]);
  });

  it('is a category with group rules of its own', () => {
    const school = { ...category, categoryId: 'school', groupRules: { onePerOrganization: true } };
    const problem = open(2, 3);
    const [first, second] = problem.applications;
    const mixed = { ...problem, applications: [first, { ...second, categoryId: 'school' }] } as DrawProblem;
    expect(told(mixed, [category, school])).toEqual(['InvalidInput', 'categories.1.groupRules GroupRulesDiffer']);
    expect(told(problem, [category, school])).toEqual([]);
  });

  it('is a pin against a conflict, beyond a panel or beyond a load, each by its path', () => {
    const barred = open(1, 3);
    barred.fit[1] = closed(['keep-apart', 'same-area']);
    expect(told({ ...barred, pins: [[0, 1]] })).toEqual(['InvalidInput', 'pins.case-1.reviewer-2 same-area']);
    const four = [0, 1, 2, 3].map((column) => [0, column] as const);
    expect(told(open(1, 4, { pins: four }))).toEqual(['InvalidInput', 'pins.case-1 TooManyPins']);
    const busy = drawProblem({ rows: 2, columns: 3, most: 1, changes: { fit: new Int16Array(6).fill(1) } });
    expect(
      told({
        ...busy,
        pins: [
          [0, 0],
          [1, 0],
        ],
      }),
    ).toEqual(['InvalidInput', 'reviewers.reviewer-1.maximumLoad PinsBeyondLoad']);
  });

  it('is an application with too few free reviewers, counted by what holds the others back', () => {
    const problem = open(2, 4);
    problem.fit.set([closed(['declared']), closed(['declared', 'same-area']), 500, 500], 0);
    expect(told(problem)).toEqual(['PanelTooSmall', 'applications.case-1 TooFewFree']);
    try {
      checkDraw(cycle, problem);
    } catch (error) {
      const [field] = (error as AwardError).fields;
      expect(field?.zh).toContain('本人申明回避 2');
      expect(field?.zh).toContain('同一街镇或社区 1');
    }
  });
});
