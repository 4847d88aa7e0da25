import { describe, expect, it } from 'vitest';
import { printed, tableOf } from '#examples/player/table';
import { outcome } from './small-outcome.ts';

describe('the table at the end of a season', () => {
  it('counts how far the applications of each category came, and sums them', () => {
    const counts = {
      applied: 5,
      accepted: 4,
      assessed: 4,
      scored: 4,
      shortlisted: 3,
      objected: 1,
      removed: 1,
      named: 2,
    };
    const rows = tableOf(outcome);
    expect(rows.find(({ categoryId }) => categoryId === 'enterprise')).toEqual({ categoryId: 'enterprise', ...counts });
    expect(rows.at(-1)).toEqual({ categoryId: 'total', ...counts });
    expect(rows.map(({ categoryId }) => categoryId)).toEqual([
      ...outcome.plan.cycle.categories.map(({ categoryId }) => categoryId),
      'total',
    ]);
  });

  it('counts a draft that was never submitted as no application', () => {
    const [first] = outcome.applications;
    const draft = { ...outcome, applications: first ? [{ ...first, submissions: 0, status: 'draft' }] : [] };
    expect(tableOf(draft).at(-1)).toMatchObject({ applied: 0, named: 0 });
  });

  it('is printed in columns, with a Chinese and an English head', () => {
    const lines = printed(tableOf(outcome)).split('\n');
    expect(lines[0]).toMatch(/申报.*受理.*自评.*评分.*拟入选.*被异议.*剔除.*命名/);
    expect(lines[1]).toMatch(/^category +applied +accepted/);
    expect(lines.at(-1)).toMatch(/^total +5 +4 +4 +4 +3 +1 +1 +2$/);
  });
});
