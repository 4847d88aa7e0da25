import * as z from 'zod';
import { type Refusal, refuse } from './fields.ts';

/** 文号: 机关代字, year and number. `width` is the setting for zero padding: 1 (the default) pads nothing. */
export type DocumentNumber = {
  readonly code: string;
  readonly year: number;
  readonly number: number;
  readonly width: number;
};

/** '长学办〔2010〕3号', or '长学办〔2010〕03号' at width 2. GB/T 9704-2012 asks for six-corner brackets. */
export const formatDocumentNumber = ({ code, year, number, width }: DocumentNumber): string =>
  `${code}〔${year}〕${String(number).padStart(width, '0')}号`;

const notADocumentNumber: Refusal = {
  code: 'DocumentNumber',
  zh: '文号格式应为「机关代字〔年份〕序号号」，如 长学办〔2010〕3号。',
  en: 'A document number reads like 长学办〔2010〕3号: code, year in six-corner brackets, number.',
};

const shape = /^([\p{sc=Han}A-Za-z]{1,20})[〔[［(（]((?:19|20)\d{2})[〕\]］)）](?:第)?(\d{1,6})号$/u;

/** Reads a 文号 as people type it, other brackets and spaces included; writing it again gives the standard's form. */
export const DocumentNumber = z.string().transform((text, context): DocumentNumber => {
  const [, code = '', year = '', digits = ''] = shape.exec(text.replace(/\s/g, '')) ?? [];
  const number = Number(digits);
  if (number < 1) return refuse(context, notADocumentNumber);
  return { code, year: Number(year), number, width: digits.startsWith('0') ? digits.length : 1 };
});
