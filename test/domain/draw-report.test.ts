import { describe, expect, it } from 'vitest';
import { draw, isUndrawable } from '#domain/draw';
import { closed } from '#domain/draw-problem';
import { barrierCounts, reportOf } from '#domain/draw-report';
import { drawProblem } from '../support/draw-fixture.ts';

describe('what a draw comes to', () => {
  it('counts loads, fits and experts, the worst served first', () => {
    const problem = drawProblem({ rows: 6, columns: 6 });
    const drawn = draw(problem);
    if (isUndrawable(drawn)) throw new Error('it cannot be drawn');
    const report = reportOf(drawn, (_, reviewerId) => reviewerId === 'reviewer-1');
    expect(report.loads.reduce((sum, { load }) => sum + load, 0)).toBe(18);
    expect(report.loads.every(({ load, least, most }) => load >= least && load <= most)).toBe(true);
    expect(report.panels.map(({ fit }) => fit)).toEqual(report.panels.map(({ fit }) => fit).toSorted((a, b) => a - b));
    expect(report.worstFit).toBe(report.panels[0]?.fit);
    expect(report.totalFit).toBe(report.panels.reduce((sum, { fit }) => sum + fit, 0));
    const load = report.loads.find(({ reviewerId }) => reviewerId === 'reviewer-1')?.load ?? 0;
    expect(report.coverage).toEqual([{ categoryId: 'enterprise', panels: 6, matched: [6 - load, load] }]);
  });
});

describe('the barriers of a problem', () => {
  it('count for each pair that they close, together or alone', () => {
    const fit = Int16Array.from([5, closed(['declared']), closed(['declared', 'same-area']), 0]);
    expect(barrierCounts({ fit })).toEqual([
      { source: 'same-area', pairs: 1 },
      { source: 'declared', pairs: 2 },
    ]);
  });
});
