import * as z from 'zod';
import { IsoDate } from './dates.ts';
import { type Refusal, refuse } from './fields.ts';

/** GB 32100: digits and capitals without I O S V Z. */
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const weigh = (values: readonly number[], weightOf: (position: number) => number): number =>
  values.reduce((total, value, position) => total + value * weightOf(position), 0);

const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11714: the mod-11 check digit (0–9 or X) of the eight characters of an organization's code. */
export function organizationCheckDigit(body: string): string {
  const values = [...body].map((character) => Number.parseInt(character, 36));
  const digit = (11 - (weigh(values, (position) => organizationWeights[position] ?? 0) % 11)) % 11;
  return digit === 10 ? 'X' : String(digit);
}

/** GB 32100: the mod-31 check digit of the first seventeen characters of a 统一社会信用代码. */
export function creditCheckDigit(first17: string): string {
  const values = [...first17].map((character) => creditAlphabet.indexOf(character));
  const digit = (31 - (weigh(values, (position) => 3 ** position % 31) % 31)) % 31;
  return creditAlphabet.charAt(digit);
}

const creditLength: Refusal = {
  code: 'CreditCodeLength',
  zh: '统一社会信用代码应为 18 位。',
  en: 'A unified social credit code has 18 characters.',
};
const creditCharacters: Refusal = {
  code: 'CreditCodeCharacters',
  zh: '统一社会信用代码只含数字和大写字母，不含 I、O、S、V、Z，第 3 至 8 位为数字。',
  en: 'A credit code has digits and capitals without I O S V Z; positions 3 to 8 are digits.',
};
const creditCheck: Refusal = {
  code: 'CreditCodeCheck',
  zh: '统一社会信用代码校验不通过，请对照登记证书逐位核对。',
  en: 'The check digit of the credit code is wrong. Compare it with the certificate, character by character.',
};

function creditFault(code: string): Refusal | null {
  if (code.length !== 18) return creditLength;
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return creditCharacters;
  const sound =
    organizationCheckDigit(code.slice(8, 16)) === code.charAt(16) &&
    creditCheckDigit(code.slice(0, 17)) === code.charAt(17);
  return sound ? null : creditCheck;
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: the mod-11 check character of the first seventeen digits of a 居民身份证 number. */
export const idCheckDigit = (first17: string): string =>
  '10X98765432'.charAt(weigh([...first17].map(Number), (position) => idWeights[position] ?? 0) % 11);

const idShape: Refusal = {
  code: 'IdNumberShape',
  zh: '居民身份证号应为 17 位数字加 1 位校验码（数字或 X）。',
  en: 'An ID number has 17 digits and a check character (a digit or X).',
};
const idBirth: Refusal = {
  code: 'IdNumberBirth',
  zh: '居民身份证号中的出生日期不存在。',
  en: 'The date of birth in the ID number does not exist.',
};
const idCheck: Refusal = {
  code: 'IdNumberCheck',
  zh: '居民身份证号校验不通过，请逐位核对。',
  en: 'The check character of the ID number is wrong. Compare it digit by digit.',
};

/** The address code is not checked: districts come and go, and the number stays. */
function idFault(number: string): Refusal | null {
  if (!/^\d{17}[\dX]$/.test(number)) return idShape;
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!IsoDate.safeParse(birth).success) return idBirth;
  return idCheckDigit(number.slice(0, 17)) === number.charAt(17) ? null : idCheck;
}

const checkedCode = (faultOf: (code: string) => Refusal | null) =>
  z.string().transform((text, context) => {
    const code = text.trim().toUpperCase();
    const fault = faultOf(code);
    return fault ? refuse(context, fault) : code;
  });

/** 统一社会信用代码, trimmed and in capitals. CreditCodeLength, CreditCodeCharacters, CreditCodeCheck. */
export const CreditCode = checkedCode(creditFault);

/** 居民身份证号, trimmed and with a capital X. IdNumberShape, IdNumberBirth, IdNumberCheck. */
export const IdNumber = checkedCode(idFault);
