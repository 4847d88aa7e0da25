import { type CertificateNumber, formatCertificateNumber } from './certificate-number.ts';

/** The last number that was given out of a series; numbers are never given twice. */
export type Serial = { readonly series: string; readonly last: number };

type Series = Pick<CertificateNumber, 'code' | 'year' | 'category'>;

export const certificateSeries = ({ code, year, category }: Series): string =>
  `certificate/${code}/${year}/${category}`;

export const documentSeries = (code: string, year: number): string => `document/${code}/${year}`;

/** The next `count` certificate numbers after `last`; at least 4 digits, more where the series grew beyond them. */
export const certificateBlock = (series: Series, last: number, count: number): string[] => {
  const width = Math.max(4, String(last + count).length);
  return Array.from({ length: count }, (_, at) =>
    formatCertificateNumber({ ...series, serial: last + at + 1, width, reissue: 0 }),
  );
};
