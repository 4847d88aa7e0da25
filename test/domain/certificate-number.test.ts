import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CertificateNumber, formatCertificateNumber } from '#domain/certificate-number';
import { parseFields } from '#domain/fields';

const number = { code: '西学', year: 2026, category: 'QY', serial: 1, width: 4, reissue: 0 };

describe('the number of a certificate', () => {
  it.each([
    [{}, '西学证〔2026〕QY-0001'],
    [{ reissue: 1 }, '西学证〔2026〕QY-0001补'],
    [{ reissue: 2 }, '西学证〔2026〕QY-0001补2'],
    [{ category: '家庭', serial: 33_055, width: 5 }, '西学证〔2026〕家庭-33055'],
    [{ category: 'JT', serial: 7, width: 6 }, '西学证〔2026〕JT-000007'],
  ])('with %j is %s, and is read back', (change, text) => {
    expect(formatCertificateNumber({ ...number, ...change })).toBe(text);
    expect(parseFields(CertificateNumber, text)).toEqual({ ...number, ...change });
  });

  it('has at least four digits whatever the setting', () => {
    expect(formatCertificateNumber({ ...number, width: 1 })).toBe('西学证〔2026〕QY-0001');
  });

  it('is read as a visitor types it', () => {
    expect(parseFields(CertificateNumber, ' 西学证[2026] QY-0001 ')).toEqual(number);
    expect(parseFields(CertificateNumber, '西学证(2026)QY-0001')).toEqual(number);
  });

  it.each([
    '',
    '西学证〔2026〕QY-001',
    '西学证〔2026〕QY-0000',
    '西学〔2026〕QY-0001',
    '西学证〔2026〕-0001',
    '西学证〔2026〕QY-0001补1',
  ])('refuses %j', (text) => {
    expect(() => parseFields(CertificateNumber, text, 'number')).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ path: 'number', code: 'CertificateNumber' })] }),
    );
  });

  it('is never shared by two certificates', () => {
    const any = fc.record({
      code: fc.constantFrom('西学', '长学'),
      year: fc.integer({ min: 2020, max: 2030 }),
      category: fc.constantFrom('QY', 'JT', '家庭'),
      serial: fc.integer({ min: 1, max: 99_999 }),
      width: fc.constant(5),
      reissue: fc.integer({ min: 0, max: 12 }),
    });
    fc.assert(
      fc.property(any, (one) => {
        expect(parseFields(CertificateNumber, formatCertificateNumber(one))).toEqual(one);
      }),
    );
  });
});
