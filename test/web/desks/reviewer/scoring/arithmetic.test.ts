import { expect, it } from 'vitest';
import { arithmeticOf, isFloored } from '#web/desks/reviewer/scoring/arithmetic.ts';
import { blankEntry, withCount, withFound, withLevel, withNothingFound } from '#web/desks/reviewer/scoring/entry.ts';
import { deduction, levels, share } from './points.ts';

it('opens what the rule computed', () => {
  const found = withFound(deduction, withFound(deduction, blankEntry, 0, 1), 0, 1);
  expect(arithmeticOf(deduction, found)).toBe('10.00 − 3.00 × 2 = 4.00');
  expect(arithmeticOf(deduction, withNothingFound(blankEntry))).toBe('10.00 = 10.00');
  const counted = withCount(withCount(blankEntry, 'part', '412'), 'whole', '800');
  expect(arithmeticOf(share, counted)).toBe('7.00 × 412 ÷ 800 ÷ 80% = 4.51');
  expect(arithmeticOf(share, withCount(counted, 'part', '700'))).toBe('700 ÷ 800 ÷ 80% ≥ 1 → 7.00');
});

it('has nothing to open where the mark was given as it is, or is none', () => {
  expect(arithmeticOf(levels, withLevel(levels, blankEntry, 0))).toBeUndefined();
  expect(arithmeticOf(share, withCount(blankEntry, 'part', '412'))).toBeUndefined();
});

it('says where the deductions came to more than there was', () => {
  const much = withFound(deduction, withFound(deduction, blankEntry, 1, 1), 1, 1);
  expect(isFloored(deduction, much)).toBe(true);
  expect(isFloored(deduction, withFound(deduction, blankEntry, 0, 1))).toBe(false);
});
