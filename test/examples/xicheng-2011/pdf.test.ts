import { describe, expect, it } from 'vitest';
import { pdfOf } from '#examples/xicheng-2011/pdf';

const file = new TextDecoder('latin1').decode(pdfOf(['工作计划', 'QY-003']));

describe('a PDF of the season', () => {
  it('has a cross-reference table that points at each object', () => {
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
    expect(file.slice(start, start + 4)).toBe('xref');
    const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map((row) => Number(row[1]));
    expect(offsets.map((offset) => /^\d+ 0 obj/.exec(file.slice(offset))?.[0])).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => `${n} 0 obj`),
    );
  });

  it('tells the true length of its content', () => {
    const [, length, content] = /\/Length (\d+) >>\nstream\n([\s\S]*)\nendstream/.exec(file) ?? [];
    expect(content?.length).toBe(Number(length));
  });

  it('holds the text as two-byte characters', () => {
    const shown = [...file.matchAll(/<([0-9a-f]+)> Tj/g)].map(([, hex]) =>
      Buffer.from(hex ?? '', 'hex')
        .swap16()
        .toString('utf16le'),
    );
    expect(shown).toEqual(['工作计划', 'QY-003']);
  });
});
