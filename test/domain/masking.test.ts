import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCreditCode, maskIdNumber, maskName, maskPhone } from '#domain/masking';

describe('masking', () => {
  it('hides the middle of codes and numbers', () => {
    expect(maskCreditCode('11310105MB0000019K')).toBe('1131**********019K');
    expect(maskIdNumber('11010519491231002X')).toBe('1101**********002X');
    expect(maskPhone('13800138000')).toBe('138****8000');
    expect(maskPhone('66001234')).toBe('******34');
  });

  it('shows of a name its first character only, also beyond the basic plane', () => {
    expect(maskName('张三')).toBe('张*');
    expect(maskName('欧阳小明')).toBe('欧***');
    expect(maskName('𠮷野')).toBe('𠮷*');
  });

  it('never shows a text whole, however short it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }), (text) => {
        for (const mask of [maskCreditCode, maskIdNumber, maskPhone, maskName]) {
          expect([...mask(text)]).toHaveLength([...text].length);
          expect(mask(text)).toContain('*');
        }
      }),
    );
  });
});
