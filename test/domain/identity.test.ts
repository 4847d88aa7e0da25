import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFields } from '#domain/fields';
import { CreditCode, creditCheckDigit, IdNumber, idCheckDigit, organizationCheckDigit } from '#domain/identity';

const creditAlphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const codes = ['11310105MB0000019K', '12310105MB00000A24', '51310105MJ0000018T', '91350100M000100Y43'];
const numbers = ['11010519491231002X', '440524188001010014'];
const refusal = (code: string) =>
  expect.objectContaining({ code: 'InvalidInput', fields: [expect.objectContaining({ path: 'code', code })] });
const substituted = (code: string, position: number, character: string) =>
  code.slice(0, position) + character + code.slice(position + 1);

describe('统一社会信用代码', () => {
  it.each(codes)('accepts %s', (code) => {
    expect(parseFields(CreditCode, code)).toBe(code);
  });

  it('reads small letters and surrounding spaces as typing', () => {
    expect(parseFields(CreditCode, ' 11310105mb0000019k ')).toBe('11310105MB0000019K');
  });

  it.each([
    ['91350100M000100Y4Z', 'CreditCodeCharacters'],
    ['9135010OM000100Y43', 'CreditCodeCharacters'],
    ['9135A100M000100Y43', 'CreditCodeCharacters'],
    ['１1310105MB0000019K', 'CreditCodeCharacters'],
    ['91350100M000100Y44', 'CreditCodeCheck'],
    ['11310105MB000001', 'CreditCodeLength'],
    ['', 'CreditCodeLength'],
  ])('refuses %s as %s', (code, problem) => {
    expect(() => parseFields(CreditCode, code, 'code')).toThrow(refusal(problem));
  });

  it('refuses a wrong organization digit even under a right last one', () => {
    const body = '11310105MB0000018';
    expect(organizationCheckDigit('MB000001')).toBe('9');
    expect(() => parseFields(CreditCode, body + creditCheckDigit(body), 'code')).toThrow(refusal('CreditCodeCheck'));
  });

  it('detects every substitution of a single character', () => {
    for (const code of codes) {
      for (let position = 0; position < 18; position++) {
        const accepted = creditAlphabet.filter(
          (character) => CreditCode.safeParse(substituted(code, position, character)).success,
        );
        expect(accepted).toEqual([code.charAt(position)]);
      }
    }
  });

  it('accepts whatever is built with both check digits', () => {
    const text = (length: number) =>
      fc
        .array(fc.constantFrom(...creditAlphabet), { minLength: length, maxLength: length })
        .map((list) => list.join(''));
    const digits = fc.integer({ min: 0, max: 999_999 }).map((value) => String(value).padStart(6, '0'));
    fc.assert(
      fc.property(text(2), digits, text(8), (head, district, body) => {
        const first17 = head + district + body + organizationCheckDigit(body);
        const code = first17 + creditCheckDigit(first17);
        expect(parseFields(CreditCode, code)).toBe(code);
      }),
    );
  });
});

describe('居民身份证号', () => {
  it.each(numbers)('accepts %s', (number) => {
    expect(parseFields(IdNumber, number)).toBe(number);
  });

  it('reads a small x, and does not judge the address code', () => {
    expect(parseFields(IdNumber, '11010519491231002x')).toBe('11010519491231002X');
    const unknown = '99999919491231002';
    expect(IdNumber.safeParse(unknown + idCheckDigit(unknown)).success).toBe(true);
  });

  it.each([
    ['110105194912310021', 'IdNumberCheck'],
    ['110105491231002', 'IdNumberShape'],
    ['1101051949123100２X', 'IdNumberShape'],
    ['', 'IdNumberShape'],
    ['110105194902300021', 'IdNumberBirth'],
  ])('refuses %s as %s', (number, problem) => {
    expect(() => parseFields(IdNumber, number, 'code')).toThrow(refusal(problem));
  });

  it('detects every substitution of a single character', () => {
    for (const number of numbers) {
      for (let position = 0; position < 18; position++) {
        const accepted = [...'0123456789X'].filter(
          (character) => IdNumber.safeParse(substituted(number, position, character)).success,
        );
        expect(accepted).toEqual([number.charAt(position)]);
      }
    }
  });
});
