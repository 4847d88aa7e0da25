import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AwardError } from '#domain/errors';
import {
  firstLevelTotals,
  leavesOf,
  type ObservationPoint,
  pointOf,
  ratioMark,
  Standard,
  sheetTotal,
} from '#domain/standards';
import { soundStandard } from '../support/sound-standard.ts';

const points = leavesOf(soundStandard);
const fullSheet = Object.fromEntries(points.map((point) => [point.pointId, point.fullMarks]));

describe('the schema of a standard', () => {
  it('reads a sound standard as it is', () => {
    expect(Standard.parse(soundStandard)).toEqual(soundStandard);
  });

  it('refuses a tree 50 levels deep, at the first level that should have been a point', () => {
    let deep: object = { indicatorId: 'x', name: 'x', fullMarks: 100, children: [] };
    for (let level = 0; level < 49; level++) deep = { indicatorId: 'x', name: 'x', fullMarks: 100, children: [deep] };
    const parsed = Standard.safeParse({ ...soundStandard, indicators: [deep] });
    expect(
      parsed.error?.issues.every((issue) => issue.path.slice(0, 6).join('.') === 'indicators.0.children.0.children.0'),
    ).toBe(true);
  });

  it.each([
    ['a mark of half a hundredth', { fullMarks: 100.5 }],
    ['a negative mark', { fullMarks: -1 }],
    ['a name beyond 100 characters', { name: '长'.repeat(101) }],
    ['a version 0', { version: 0 }],
    ['an unknown status', { status: 'secret' }],
    ['an unknown field', { weight: 1 }],
  ])('refuses %s', (_, change) => {
    expect(Standard.safeParse({ ...soundStandard, ...change }).success).toBe(false);
  });

  it('refuses a rule of a kind that nobody knows', () => {
    const text = JSON.stringify(soundStandard).replace('"kind":"yes-no"', '"kind":"eval"');
    expect(Standard.safeParse(JSON.parse(text)).success).toBe(false);
  });
});

describe('points and totals', () => {
  it('finds a point by its id and nothing by another', () => {
    expect(pointOf(soundStandard, '1.2.1')?.name).toBe('场所');
    expect(pointOf(soundStandard, '1.2')).toBeUndefined();
  });

  it('sums each first level and the whole sheet', () => {
    const marks = { '1.1.1': 2_050, '1.1.2': 999, '1.2.1': 3_000, '2.1.1': 1 };
    expect(firstLevelTotals(soundStandard, marks).map((total) => [total.indicatorId, total.marks])).toEqual([
      ['1', 6_049],
      ['2', 1],
    ]);
    expect(sheetTotal(soundStandard, marks)).toBe(6_050);
  });

  it('reaches exactly 100.00 with full marks', () => {
    expect(sheetTotal(soundStandard, fullSheet)).toBe(10_000);
  });

  it('refuses a blank rather than reading it as 0, and names the point', () => {
    const { '1.2.1': _blank, ...rest } = fullSheet;
    expect(() => sheetTotal(soundStandard, rest)).toThrow(AwardError);
    try {
      sheetTotal(soundStandard, rest);
    } catch (error) {
      expect((error as AwardError).code).toBe('Incomplete');
      expect((error as AwardError).fields.map((field) => field.path)).toEqual(['marks.1.2.1']);
    }
  });

  it('has first levels that sum to the sheet, whatever the marks', () => {
    const markFor = (point: ObservationPoint) => fc.integer({ min: 0, max: point.fullMarks });
    const sheet = fc.record(Object.fromEntries(points.map((point) => [point.pointId, markFor(point)])));
    fc.assert(
      fc.property(sheet, (marks) => {
        const levels = firstLevelTotals(soundStandard, marks).reduce((sum, total) => sum + total.marks, 0);
        expect(levels).toBe(Object.values(marks).reduce((sum, mark) => sum + mark, 0));
      }),
    );
  });
});

describe('a ratio point', () => {
  it.each([
    ['a quarter of the staff, full at a half', 800, 50, 25, 100, 400],
    ['exactly the half', 800, 50, 50, 100, 800],
    ['more than needed', 800, 50, 90, 100, 800],
    ['nobody', 800, 50, 0, 7, 0],
    ['a third: 266.67 is 267', 400, 50, 1, 3, 267],
    ['half a hundredth goes up', 100, 100, 1, 8, 13],
  ])('gives for %s the right mark', (_, full, percent, part, whole, mark) => {
    expect(ratioMark(full, percent, part, whole)).toBe(mark);
  });

  it('refuses a ratio of nothing', () => {
    expect(() => ratioMark(800, 50, 0, 0)).toThrow(RangeError);
  });
});
