import * as z from 'zod';
import { type Refusal, refuse } from './fields.ts';

/** {代字}证〔年〕类别码-序号. `reissue` counts the copies made after the first: the number itself stays for ever. */
export type CertificateNumber = {
  readonly code: string;
  readonly year: number;
  readonly category: string;
  readonly serial: number;
  /** Digits of the serial, at least 4; wider where a category has tens of thousands (families). */
  readonly width: number;
  readonly reissue: number;
};

const leastWidth = 4;

const reissueMark = (reissue: number): string => {
  if (reissue === 0) return '';
  return reissue === 1 ? '补' : `补${reissue}`;
};

/** '西学证〔2026〕QY-0001'; a first reissue is '西学证〔2026〕QY-0001补', a second '…补2'. */
export const formatCertificateNumber = (number: CertificateNumber): string => {
  const serial = String(number.serial).padStart(Math.max(number.width, leastWidth), '0');
  return `${number.code}证〔${number.year}〕${number.category}-${serial}${reissueMark(number.reissue)}`;
};

const notACertificateNumber: Refusal = {
  code: 'CertificateNumber',
  zh: '证书编号格式应如 西学证〔2026〕QY-0001。',
  en: 'A certificate number reads like 西学证〔2026〕QY-0001.',
};

const shape =
  /^([\p{sc=Han}A-Za-z]{1,20})证[〔[［(（]((?:19|20)\d{2})[〕\]］)）]([\p{sc=Han}A-Z0-9]{1,8})[-－](\d{4,10})(补([2-9]|[1-9]\d)?)?$/u;

/** Reads a certificate number as people type it from a certificate, other brackets and spaces included. */
export const CertificateNumber = z.string().transform((text, context): CertificateNumber => {
  const [, code = '', year = '', category = '', digits = '', reissued, copy] =
    shape.exec(text.replace(/\s/g, '')) ?? [];
  const serial = Number(digits);
  if (serial < 1) return refuse(context, notACertificateNumber);
  const reissue = reissued ? Number(copy ?? 1) : 0;
  return { code, year: Number(year), category, serial, width: digits.length, reissue };
});
