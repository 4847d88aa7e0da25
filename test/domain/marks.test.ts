import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRational } from '#domain/exact';
import { parseFields } from '#domain/fields';
import { formatMark, markText, markToRational, parseMark, rationalToMark } from '#domain/marks';

const range = { min: 0, max: 750 };
const refusal = (code: string, zh: RegExp) =>
  expect.objectContaining({
    code: 'InvalidInput',
    fields: [expect.objectContaining({ path: 'marks.1.1', code, zh: expect.stringMatching(zh) })],
  });

describe('a mark', () => {
  it.each([
    ['7.5', 750],
    [7.5, 750],
    ['7.50', 750],
    [' 7 ', 700],
    ['0', 0],
    [-0, 0],
    ['-0', 0],
    ['007', 700],
    [0.29, 29],
    [1.1, 110],
  ])('reads %j as %i hundredths', (value, mark) => {
    expect(parseMark(value, range, 'marks.1.1')).toBe(mark);
  });

  it.each([
    ['', 'Blank', /不等于 0 分/],
    ['  ', 'Blank', /不等于 0 分/],
    ['　', 'Blank', /不等于 0 分/],
    ['1.005', 'TooManyDecimals', /2 位小数/],
    ['1.500', 'TooManyDecimals', /2 位小数/],
    [0.1 + 0.2, 'TooManyDecimals', /2 位小数/],
    ['1e0', 'NotANumber', /科学计数法/],
    [1e-7, 'NotANumber', /科学计数法/],
    [1e21, 'NotANumber', /科学计数法/],
    ['1e400', 'NotANumber', /科学计数法/],
    [Number.NaN, 'NotANumber', /数字/],
    [Number.POSITIVE_INFINITY, 'NotANumber', /数字/],
    ['７.５', 'NotANumber', /全角/],
    ['٧', 'NotANumber', /数字/],
    ['.5', 'NotANumber', /数字/],
    ['5.', 'NotANumber', /数字/],
    ['+5', 'NotANumber', /数字/],
    ['1,5', 'NotANumber', /数字/],
    ['0x1', 'NotANumber', /数字/],
    ['七', 'NotANumber', /数字/],
    ['-0.01', 'BelowMinimum', /0\.00/],
    ['-99999999999999999999', 'BelowMinimum', /0\.00/],
    ['7.51', 'AboveMaximum', /7\.50/],
    ['99999999999999999999', 'AboveMaximum', /7\.50/],
  ])('refuses %j as %s', (value, code, zh) => {
    expect(() => parseMark(value, range, 'marks.1.1')).toThrow(refusal(code, zh));
  });

  it('is the same mark as text and as a number, and reads what it wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (mark) => {
        const wide = { min: -100_000, max: 100_000 };
        expect(parseMark(formatMark(mark), wide, 'mark')).toBe(mark);
        expect(parseMark(mark / 100, wide, 'mark')).toBe(mark);
      }),
    );
  });

  it.each([
    [750, '7.50'],
    [5, '0.05'],
    [0, '0.00'],
    [-5, '-0.05'],
    [10_000, '100.00'],
  ])('is written with two decimals: %i is %s', (mark, text) => {
    expect(formatMark(mark)).toBe(text);
  });

  it('is read by a schema with the same refusals', () => {
    expect(parseFields(markText(range), '7.5')).toBe(750);
    expect(() => parseFields(markText(range), 8, 'marks.1.1')).toThrow(refusal('AboveMaximum', /7\.50/));
  });

  it('becomes exact points and, from a ratio, rounds half up once', () => {
    expect(markToRational(750)).toEqual(parseRational('7.5'));
    expect(rationalToMark(parseRational('16/3'))).toBe(533);
    expect(rationalToMark(parseRational('5.335'))).toBe(534);
  });
});
