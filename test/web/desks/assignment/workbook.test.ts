import { describe, expect, it } from 'vitest';
import { base64Of, cellOf } from '#web/desks/assignment/workbook.ts';

describe('the workbook of the pool', () => {
  it('sends its bytes in base64, also more of them than one call takes', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251);
    expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(base64Of(new Uint8Array())).toBe('');
  });

  it('tells each mistake at its cell, and one of the whole without', () => {
    expect(cellOf('rows.7.姓名')).toEqual({ row: '7', column: '姓名' });
    expect(cellOf('rows.7.曾任职单位.2')).toEqual({ row: '7', column: '曾任职单位.2' });
    expect(cellOf('rows.7')).toEqual({ row: '7', column: '' });
    expect(cellOf('workbook')).toEqual({ row: '', column: '' });
  });
});
