import { expect, it } from 'vitest';
import { certificateBlock, certificateSeries, documentSeries } from '#domain/serials';

const series = { code: '示学', year: 2026, category: 'QY' };

it('gives the next numbers, at least four digits wide, wider where the series needs it', () => {
  expect(certificateBlock(series, 0, 2)).toEqual(['示学证〔2026〕QY-0001', '示学证〔2026〕QY-0002']);
  expect(certificateBlock(series, 9_998, 2)).toEqual(['示学证〔2026〕QY-09999', '示学证〔2026〕QY-10000']);
  expect(certificateBlock(series, 5, 0)).toEqual([]);
});

it('keeps years, categories and documents apart', () => {
  const names = [
    certificateSeries(series),
    certificateSeries({ ...series, year: 2027 }),
    certificateSeries({ ...series, category: 'JT' }),
    documentSeries('示学', 2026),
  ];
  expect(new Set(names).size).toBe(4);
});
