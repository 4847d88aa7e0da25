import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLeafMark } from '#domain/leaf-marks';
import {
  blankEntry,
  nudged,
  readEntry,
  withCount,
  withDigit,
  withFound,
  withLevel,
  withNothingFound,
  withScore,
} from '#web/desks/reviewer/scoring/entry.ts';
import { deduction, levels, share, yesNo } from './points.ts';

const remarked = { comment: '材料齐全' };

describe('an entry by the rule of its point', () => {
  it('is blank until something is put down, which is no 0', () => {
    expect(readEntry(levels, blankEntry)).toEqual({});
  });

  it('takes a level with its most, and a typed mark with the level in whose band it lies', () => {
    expect(withLevel(levels, remarked, 1)).toEqual({ score: '8.50', given: { level: 1 }, comment: '材料齐全' });
    expect(withScore(levels, remarked, '9')).toEqual({ score: '9', given: { level: 0 }, comment: '材料齐全' });
    expect(withScore(levels, remarked, '8.5').given).toEqual({ level: 1 });
    expect(withScore(levels, remarked, '0').given).toEqual({ level: 2 });
  });

  it('keeps the mark where the level is chosen again', () => {
    const lowered = withScore(levels, blankEntry, '7.2');
    expect(withLevel(levels, lowered, 1)).toBe(lowered);
  });

  it('counts what is deducted, and says that nothing was found only when told so', () => {
    const once = withFound(deduction, blankEntry, 0, 1);
    expect(readEntry(deduction, once)).toEqual({ mark: 700 });
    const twice = withFound(deduction, withFound(deduction, once, 0, 1), 1, 1);
    expect(readEntry(deduction, twice)).toEqual({ mark: 0 });
    expect(readEntry(deduction, withFound(deduction, once, 0, -1))).toEqual({ mark: 1000 });
    expect(readEntry(deduction, withNothingFound(blankEntry))).toEqual({ mark: 1000 });
  });

  it('computes a ratio once both counts are there, and tells what is missing before', () => {
    const part = withCount(blankEntry, 'part', '412');
    expect(readEntry(share, part).problem).toBeDefined();
    expect(readEntry(share, withCount(part, 'whole', '８００ 人'))).toEqual({ mark: 451 });
    expect(withCount(part, 'part', '')).toEqual({ comment: '' });
  });

  it('reads the digits of a Chinese input method', () => {
    expect(readEntry(levels, { score: '７。５', comment: '' })).toEqual({ mark: 750 });
  });

  it('tells why a typed text is no mark', () => {
    expect(readEntry(levels, { score: '12', comment: '' }).problem?.zh).toContain('10.00');
    expect(readEntry(yesNo, { score: '1', comment: '' }).problem).toBeDefined();
  });

  it('understands a digit by the rule', () => {
    expect(withDigit(levels, blankEntry, 2, false)).toEqual(withLevel(levels, blankEntry, 1));
    expect(withDigit(levels, blankEntry, 9, false)).toBeUndefined();
    expect(withDigit(deduction, blankEntry, 0, false)).toEqual(withNothingFound(blankEntry));
    expect(withDigit(yesNo, blankEntry, 1, false)?.score).toBe('3.00');
    expect(withDigit(yesNo, blankEntry, 0, false)?.score).toBe('0.00');
    expect(withDigit(share, blankEntry, 4, false)).toBeUndefined();
  });

  it('stays within the point however often it is nudged', () => {
    let entry = blankEntry;
    for (let times = 0; times < 30; times += 1) entry = nudged(levels, entry, 1);
    expect(readEntry(levels, entry)).toEqual({ mark: 1000 });
    for (let times = 0; times < 30; times += 1) entry = nudged(levels, entry, -1);
    expect(readEntry(levels, entry)).toEqual({ mark: 0 });
  });

  it('makes of every mark that may be typed what the server makes of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (mark) => {
        const { comment: _, ...typed } = withScore(levels, blankEntry, String(mark / 100));
        expect(readLeafMark(levels, typed, 'marks').score).toBe(mark);
      }),
    );
  });
});
