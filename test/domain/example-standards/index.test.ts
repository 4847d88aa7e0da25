import { describe, expect, it } from 'vitest';
import { exampleStandards } from '#domain/example-standards/index';
import { checkStandard, leavesOf, Standard } from '#domain/standards';

const firstLevels = (categoryId: string) =>
  exampleStandards
    .find((standard) => standard.categoryId === categoryId)
    ?.indicators.map(({ name, fullMarks }) => [name, fullMarks]);

const leaves = (categoryId: string) =>
  exampleStandards
    .filter((standard) => standard.categoryId === categoryId)
    .flatMap(leavesOf)
    .map(({ fullMarks }) => fullMarks / 100);

describe('the standards that ship', () => {
  it('serve the seven categories of the season and families', () => {
    expect(exampleStandards.map((standard) => standard.categoryId)).toEqual([
      'party',
      'agency',
      'school',
      'enterprise',
      'society',
      'institution',
      'community',
      'family',
    ]);
  });

  it.each(exampleStandards)('$name is sound, labelled an example, and sums to 100.00', (standard) => {
    expect(Standard.parse(standard)).toEqual(standard);
    expect(checkStandard(standard)).toEqual([]);
    expect(standard.label).toBe('示例标准，由各地修订');
    expect(leavesOf(standard).reduce((sum, point) => sum + point.fullMarks, 0)).toBe(10_000);
  });

  it('describe every point, each in words of its own', () => {
    const descriptions = exampleStandards.flatMap(leavesOf).map((point) => point.description);
    expect(descriptions.filter((text) => text.length < 10)).toEqual([]);
    expect(new Set(descriptions).size).toBe(descriptions.length);
  });

  it('name a first level 工作成效 in every category of organizations, for the tie-break', () => {
    const without = exampleStandards.filter((each) => !each.indicators.some(({ name }) => name === '工作成效'));
    expect(without.map((standard) => standard.categoryId)).toEqual(['family']);
  });

  it('bear the published figures of 学习型企业', () => {
    expect(firstLevels('enterprise')).toEqual([
      ['组织管理', 4200],
      ['载体建设', 2800],
      ['工作成效', 3000],
    ]);
    expect(leaves('enterprise')).toEqual([7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 7, 8]);
  });

  it('bear the figures of 学习型机关', () => {
    expect(firstLevels('agency')?.map(([, marks]) => marks)).toEqual([2000, 2800, 1400, 1800, 2000]);
    expect(leaves('agency')).toEqual([8, 6, 6, 8, 5, 8, 7, 7, 7, 10, 8, 8, 7, 5]);
  });

  it('bear the figures of 学习型社区', () => {
    expect(firstLevels('community')?.map(([, marks]) => marks)).toEqual([2000, 2200, 2800, 2000, 1000]);
    expect(leaves('community')).toEqual([6, 6, 8, 8, 6, 8, 8, 10, 10, 8, 6, 6, 4, 6]);
  });

  it('bear the figures of 学习型家庭, 300 books for 6 and 800 for 10', () => {
    expect(firstLevels('family')?.map(([, marks]) => marks)).toEqual([2000, 2000, 3000, 2000, 1000]);
    expect(leaves('family')).toEqual([8, 12, 10, 5, 5, 8, 8, 8, 6, 10, 10, 10]);
    const books = exampleStandards.flatMap(leavesOf).find((point) => point.name === '藏书');
    const levels = books?.rule.kind === 'levels' ? books.rule.levels : [];
    expect(levels.map(({ label, marks }) => [label, marks])).toEqual([
      ['800 册及以上', 1000],
      ['300 册及以上', 600],
      ['不足 300 册', 300],
    ]);
  });
});
