import { describe, expect, it } from 'vitest';
import { changesBetween, pseudonymsOf } from '#domain/submissions';

describe('what a submission changed', () => {
  const before = { marks: { a: { score: 700, comment: '好' }, b: { score: 500, comment: '' } }, overall: '扎实' };

  it('is told point by point: marks, comments, blanks', () => {
    const after = {
      marks: { a: { score: 650, comment: '好' }, b: { score: 500, comment: '缺计划' }, c: { score: 0, comment: '' } },
      overall: '扎实。',
    };
    expect(changesBetween(before, after)).toEqual({
      points: [
        { pointId: 'a', from: 700, to: 650, commentChanged: false },
        { pointId: 'b', from: 500, to: 500, commentChanged: true },
        { pointId: 'c', to: 0, commentChanged: false },
      ],
      overallChanged: true,
    });
  });

  it('is nothing where nothing changed, and a point that went is told', () => {
    expect(changesBetween(before, before)).toEqual({ points: [], overallChanged: false });
    const { a } = before.marks;
    expect(changesBetween(before, { ...before, marks: { a } }).points).toEqual([
      { pointId: 'b', from: 500, commentChanged: false },
    ]);
  });
});

describe('the names of a panel', () => {
  it('follow from the ids alone, whatever their order', () => {
    const names = pseudonymsOf(['ff', '0a', '7c']);
    expect(names).toEqual(pseudonymsOf(['7c', 'ff', '0a']));
    expect([...names]).toEqual([
      ['0a', '评委甲'],
      ['7c', '评委乙'],
      ['ff', '评委丙'],
    ]);
  });
});
