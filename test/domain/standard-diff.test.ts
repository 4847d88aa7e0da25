import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleStandards } from '#domain/example-standards/index';
import { compareStandards } from '#domain/standard-diff';
import { leavesOf, type Standard, type StandardContent } from '#domain/standards';
import { randomStandard } from '../support/random-standard.ts';
import { soundStandard } from '../support/sound-standard.ts';

function changed(change: (standard: Standard) => void): Standard {
  const copy = structuredClone(soundStandard);
  change(copy);
  return copy;
}

const lines = (change: (standard: Standard) => void) => {
  const { head, indicators, points, unchanged } = compareStandards(soundStandard, changed(change));
  const line = ({ kind, before, after, changes }: (typeof points)[number] | (typeof indicators)[number]) =>
    [kind, before?.item.name ?? '-', after?.item.name ?? '-', ...changes.map(({ field }) => field)].join(' ');
  return {
    head: head.map(({ field }) => field),
    indicators: indicators.map(line),
    points: points.map(line),
    unchanged,
  };
};

const children = (standard: Standard, i: number, j: number) => standard.indicators[i]?.children[j]?.children ?? [];
const countPoints = ({ indicators }: StandardContent): number =>
  indicators.flatMap((first) => first.children.flatMap((second) => second.children)).length;

describe('compareStandards', () => {
  it('finds nothing between a standard and itself', () => {
    for (const standard of exampleStandards) {
      expect(compareStandards(standard, structuredClone(standard))).toEqual({
        head: [],
        indicators: [],
        points: [],
        unchanged: leavesOf(standard).length,
      });
    }
  });

  it('takes the order of fields for nothing', () => {
    const turned = changed((standard) => {
      const [first] = children(standard, 0, 0);
      if (first) first.rule = Object.fromEntries(Object.entries(first.rule).toReversed()) as typeof first.rule;
    });
    expect(compareStandards(soundStandard, turned)).toMatchObject({ points: [], unchanged: 4 });
  });

  it('tells old and new value of each field that changed', () => {
    const after = changed((standard) => {
      standard.name = '新名';
      standard.note = '说明';
      const [first] = children(standard, 0, 0);
      if (first) Object.assign(first, { fullMarks: 2_500, veto: true });
    });
    const { head, points, unchanged } = compareStandards(soundStandard, after);
    expect(head).toEqual([
      { field: 'name', before: '学习型企业评估标准', after: '新名' },
      { field: 'note', before: undefined, after: '说明' },
    ]);
    expect(points).toMatchObject([
      {
        kind: 'changed',
        before: { under: ['组织管理', '制度'], item: { pointId: '1.1.1', fullMarks: 3_000 } },
        after: { under: ['组织管理', '制度'], item: { pointId: '1.1.1', fullMarks: 2_500 } },
        changes: [
          { field: 'fullMarks', before: 3_000, after: 2_500 },
          { field: 'veto', before: false, after: true },
        ],
      },
    ]);
    expect(unchanged).toBe(3);
  });

  it('knows a point again by its name when one is put in before it and the ids shift', () => {
    expect(
      lines((standard) => {
        const points = children(standard, 0, 0);
        const [first] = points;
        if (!first) return;
        points.unshift({ ...structuredClone(first), name: '新设' });
        for (const [at, point] of points.entries()) point.pointId = `1.1.${at + 1}`;
      }).points,
    ).toEqual(['added - 新设', 'changed 机构 机构 pointId', 'changed 计划 计划 pointId']);
  });

  it('tells a point that moved under another indicator, and one that was removed', () => {
    expect(
      lines((standard) => {
        const [moved] = children(standard, 0, 0).splice(0, 1);
        if (moved) children(standard, 1, 0).push({ ...moved, pointId: '2.1.2' });
        children(standard, 0, 1).splice(0, 1);
      }),
    ).toEqual({
      head: [],
      indicators: [],
      points: ['moved 机构 机构 pointId', 'removed 场所 -'],
      unchanged: 2,
    });
  });

  it('tells a new name as a change of the same point, and another spelling of it as no more than that', () => {
    expect(
      lines((standard) => {
        const [first, second] = children(standard, 0, 0);
        if (first) first.name = '学习机构';
        if (second) second.name = '计划 ';
      }).points,
    ).toEqual(['changed 机构 学习机构 name', 'changed 计划 计划  name']);
  });

  it('tells an indicator by its new name, and does not call what stands under it moved', () => {
    expect(
      lines((standard) => {
        const [first, second] = standard.indicators;
        if (first) first.fullMarks = 6_000;
        if (second) second.name = '成效';
      }),
    ).toMatchObject({
      indicators: ['changed 组织管理 组织管理 fullMarks', 'changed 工作成效 成效 name'],
      points: [],
    });
  });

  it('tells an indicator that moved, was added or removed', () => {
    expect(
      lines((standard) => {
        const [first, second] = standard.indicators;
        const [moved] = first?.children.splice(1, 1) ?? [];
        if (moved) second?.children.unshift(moved);
        second?.children.splice(1, 1);
        standard.indicators.push({ indicatorId: '3', name: '特色', fullMarks: 500, children: [] });
      }),
    ).toMatchObject({
      indicators: ['added - 特色', 'moved 载体 载体', 'removed 工作成效 -'],
      points: ['removed 参训率 -'],
      unchanged: 3,
    });
  });

  it('accounts for every point of both, whatever they are, and says the same backwards', () => {
    const count = (all: readonly { kind: string }[], kind: string) => all.filter((each) => each.kind === kind).length;
    fc.assert(
      fc.property(randomStandard, randomStandard, (before, after) => {
        const { points, unchanged } = compareStandards(before, after);
        const both = unchanged + count(points, 'changed') + count(points, 'moved');
        expect(both + count(points, 'removed')).toBe(countPoints(before));
        expect(both + count(points, 'added')).toBe(countPoints(after));
        const backwards = compareStandards(after, before);
        expect(count(backwards.points, 'added')).toBe(count(points, 'removed'));
        expect(backwards.unchanged).toBe(unchanged);
      }),
      { numRuns: 200 },
    );
  });
});
