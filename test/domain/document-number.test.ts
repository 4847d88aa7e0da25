import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentNumber, formatDocumentNumber } from '#domain/document-number';
import { parseFields } from '#domain/fields';

describe('文号', () => {
  it.each([
    ['长学办〔2010〕03号', { code: '长学办', year: 2010, number: 3, width: 2 }],
    ['绍柯社教〔2015〕2号', { code: '绍柯社教', year: 2015, number: 2, width: 1 }],
    ['沪府办发〔2023〕24号', { code: '沪府办发', year: 2023, number: 24, width: 1 }],
  ])('reads %s and writes it back', (text, number) => {
    expect(parseFields(DocumentNumber, text)).toEqual(number);
    expect(formatDocumentNumber(number)).toBe(text);
  });

  it.each(['长学办[2010]3号', '长学办(2010)3号', '长学办(2010)第3号', ' 长学办 〔2010〕 3 号'])(
    'reads %j as the standard form',
    (text) => {
      expect(formatDocumentNumber(parseFields(DocumentNumber, text))).toBe('长学办〔2010〕3号');
    },
  );

  it.each([
    '',
    '长学办2010-3',
    '〔2010〕3号',
    '长学办〔10〕3号',
    '长学办〔2010〕0号',
    '长学办〔2010〕3',
    '长学办〔2010〕三号',
  ])('refuses %j', (text) => {
    expect(() => parseFields(DocumentNumber, text, 'basis')).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ path: 'basis', code: 'DocumentNumber' })] }),
    );
  });

  it('reads every number that it writes', () => {
    const numbers = fc.record({
      code: fc.constantFrom('长学办', '京学促'),
      year: fc.integer({ min: 1990, max: 2099 }),
      number: fc.integer({ min: 1, max: 99_999 }),
      width: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(numbers, (number) => {
        const text = formatDocumentNumber(number);
        expect(parseFields(DocumentNumber, text)).toMatchObject({ code: number.code, number: number.number });
        expect(formatDocumentNumber(parseFields(DocumentNumber, text))).toBe(text);
      }),
    );
  });
});
