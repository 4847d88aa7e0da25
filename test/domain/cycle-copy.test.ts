import { describe, expect, it } from 'vitest';
import { copyPlan } from '#domain/cycle-copy';
import { CyclePlan } from '#domain/cycles';
import { enterpriseStandard } from '#domain/example-standards/enterprise';
import { cycle } from '../support/season-fixture.ts';

const { cycleId: _, status: __, createdAt: ___, ...source } = cycle;
const newYear = { title: '2028 年学习型组织创建', year: 2028, drawSeed: '2028' };

describe('copyPlan', () => {
  it('takes the plan over and tells what is not as it was', () => {
    const { plan, changes } = copyPlan(source, newYear, [enterpriseStandard]);
    const { basis: _basis, ...rest } = source;
    expect(plan).toEqual({ ...rest, ...newYear, windows: plan.windows });
    expect(CyclePlan.safeParse(plan).success).toBe(true);
    expect(plan.windows).toMatchObject({ opensAt: '2028-03-02T09:00:00.000+08:00', publicityOn: '2028-09-18' });
    expect(changes.map(({ path }) => path)).toEqual([
      'title',
      'year',
      'drawSeed',
      'basis',
      'windows.opensAt',
      'windows.closesAt',
      'windows.recommendBy',
      'windows.checkBy',
      'windows.assessBy',
      'windows.reviewBy',
      'windows.publicityOn',
    ]);
    expect(changes.find(({ path }) => path === 'windows.closesAt')).toEqual({
      path: 'windows.closesAt',
      before: '2026-03-31T18:00:00.000+08:00',
      after: '2028-03-31T18:00:00.000+08:00',
    });
  });

  it('moves 29 February to the 28th where the year has none', () => {
    const windows = { ...source.windows, opensAt: '2024-02-29T09:00:00.000+08:00', publicityOn: '2024-02-29' };
    const leap = { ...source, year: 2024, windows };
    const moved = (year: number) => copyPlan(leap, { ...newYear, year }, []).plan.windows;
    expect([moved(2025).opensAt, moved(2025).publicityOn]).toEqual(['2025-02-28T09:00:00.000+08:00', '2025-02-28']);
    expect(moved(2028).publicityOn).toBe('2028-02-29');
    expect(moved(2100).publicityOn).toBe('2100-02-28');
  });

  it('takes dates that were entered anew as they are', () => {
    const { windows } = source;
    expect(copyPlan(source, { ...newYear, windows }, []).plan.windows).toEqual(windows);
  });

  it('pins the latest version, and tells when the indicator that breaks ties is gone', () => {
    const later = { ...enterpriseStandard, version: 3 };
    expect(copyPlan(source, newYear, [later]).changes.slice(-1)).toEqual([
      { path: 'categories.0.standardVersion', before: 1, after: 3 },
    ]);
    const renamed = { ...later, indicators: later.indicators.slice(0, 2) };
    const { plan, changes } = copyPlan(source, newYear, [renamed]);
    expect(plan.categories[0]?.standardVersion).toBe(3);
    expect(changes.at(-1)).toMatchObject({ path: 'categories.0.tieIndicator', before: '工作成效' });
  });
});
