import * as z from 'zod';
import { AwardError } from './errors.ts';
import { type Rational, ratio, roundHalfUp } from './exact.ts';
import { type Refusal, refuse } from './fields.ts';

/** A mark as a whole number of hundredths: 750 is 7.50. No mark is ever a float. */
export type Hundredths = number;

export type MarkRange = { readonly min: Hundredths; readonly max: Hundredths };

const blank: Refusal = {
  code: 'Blank',
  zh: '尚未填写得分。空白不等于 0 分，如为 0 分请填 0。',
  en: 'No mark was entered. A blank is not a 0: enter 0 if that is meant.',
};
const notANumber: Refusal = {
  code: 'NotANumber',
  zh: '请用半角数字填写得分，如 7 或 7.5；不接受全角数字、科学计数法和其他文字。',
  en: 'Enter the mark in plain digits such as 7 or 7.5: no full-width digits, exponents or words.',
};
const tooManyDecimals: Refusal = {
  code: 'TooManyDecimals',
  zh: '得分最多保留 2 位小数。',
  en: 'A mark has at most 2 decimals.',
};
const belowMinimum = (min: Hundredths): Refusal => ({
  code: 'BelowMinimum',
  zh: `得分不能低于 ${formatMark(min)} 分。`,
  en: `The mark cannot be below ${formatMark(min)}.`,
});
const aboveMaximum = (max: Hundredths): Refusal => ({
  code: 'AboveMaximum',
  zh: `得分不能高于 ${formatMark(max)} 分。`,
  en: `The mark cannot be above ${formatMark(max)}.`,
});

/** A JSON number is read through its shortest decimal text, so that 7.1 is 7.10 and 0.1 + 0.2 has 17 decimals. */
function readMark(value: string | number, range: MarkRange): Hundredths | Refusal {
  const text = String(value).trim();
  if (text === '') return blank;
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) return notANumber;
  const [, sign = '', whole = '', decimals = ''] = parts;
  if (decimals.length > 2) return tooManyDecimals;
  const size = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  const mark = sign && size > 0 ? -size : size;
  if (mark < range.min) return belowMinimum(range.min);
  return mark > range.max ? aboveMaximum(range.max) : mark;
}

/**
 * A mark as a person or a spreadsheet gives it ('7.5', 7.5), within min…max (both in hundredths, both allowed).
 * InvalidInput at `path` with Blank, NotANumber, TooManyDecimals, BelowMinimum or AboveMaximum.
 */
export function parseMark(value: string | number, range: MarkRange, path: string): Hundredths {
  const read = readMark(value, range);
  if (typeof read === 'number') return read;
  throw new AwardError('InvalidInput', { fields: [{ path, ...read }] });
}

/** The same reading as `parseMark`, for a schema: text or number on the wire, hundredths inside. */
export const markText = (range: MarkRange) =>
  z.union([z.string(), z.number()]).transform((value, context): Hundredths => {
    const read = readMark(value, range);
    return typeof read === 'number' ? read : refuse(context, read);
  });

/** 750 → '7.50'. */
export function formatMark(mark: Hundredths): string {
  const digits = String(Math.abs(mark)).padStart(3, '0');
  return `${mark < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A mark in points, exactly: 750 → 15/2. */
export const markToRational = (mark: Hundredths): Rational => ratio(BigInt(mark), 100n);

/** Points rounded half up to a mark: for a ratio leaf, at the moment when it is entered. */
export const rationalToMark = (points: Rational): Hundredths => Number(roundHalfUp(points, 2));
