import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf, workbookOf } from '#documents/table';

const columns = [{ title: '编号', width: 10 }, { title: '名称' }];
const titles = ['编号', '名称'];
const table = (rows: (string | number | null)[][], name = '表') => workbookOf([{ name, columns, rows }]);

/** A workbook of another maker, cell by cell. */
const foreign = (cells: Record<string, object>, ref = 'A1:C9') =>
  new Uint8Array(
    write({ SheetNames: ['表'], Sheets: { 表: { '!ref': ref, ...cells } } }, { type: 'array', bookType: 'xlsx' }),
  );
const head = { A1: { t: 's', v: '编号' }, B1: { t: 's', v: '名称' } };

describe('a table as a workbook', () => {
  it('comes back with the numbers of its rows, without those that are empty', async () => {
    const bytes = await table([
      ['1', 7.5],
      [null, null],
      ['', '二\n三'],
    ]);
    expect(await rowsOf(bytes, { titles })).toEqual([
      { row: 2, cells: { 编号: '1', 名称: '7.5' } },
      { row: 4, cells: { 编号: '', 名称: '二\n三' } },
    ]);
  });

  it('keeps any text as it is but for the kind of its line ends, whatever it begins with or holds', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { maxLength: 20 });
    const odd = ['=1+1', '+86', '-1', '@me', "'x", '_x0041_', '\r\n', ' ', '\0', '\ud800', '\u{1fffe}', '<a>&amp;'];
    odd.push(...Object.getOwnPropertyNames(Object.prototype));
    await fc.assert(
      fc.asyncProperty(texts, async (some) => {
        const rows = [...odd, ...some].map((text) => ['-', text]);
        const read = await rowsOf(await table(rows), { titles });
        expect(read.map(({ cells }) => cells['名称'])).toEqual(rows.map(([, text]) => text?.replace(/\r\n?/g, '\n')));
      }),
      { numRuns: 15 },
    );
  });

  it('writes no formula', async () => {
    const bytes = await table([['=HYPERLINK("x")', 1]]);
    const { read } = await import('@e965/xlsx');
    const cell = read(bytes, { cellFormula: true }).Sheets['表']?.['A2'];
    expect({ type: cell.t, formula: cell.f, value: cell.v }).toEqual({
      type: 's',
      formula: undefined,
      value: '=HYPERLINK("x")',
    });
  });

  it('is read by the name of its sheet, else the first', async () => {
    const bytes = await workbookOf([
      { name: '一', columns, rows: [['a', 'b']] },
      { name: '二', columns, rows: [['c', 'd']] },
    ]);
    expect((await rowsOf(bytes, { titles }))[0]?.cells['编号']).toBe('a');
    expect((await rowsOf(bytes, { titles, sheet: '二' }))[0]?.cells['编号']).toBe('c');
    for (const sheet of ['三', '__proto__']) {
      await expect(rowsOf(bytes, { titles, sheet })).rejects.toMatchObject({
        code: 'InvalidInput',
        fields: [{ path: 'workbook', code: 'SheetMissing' }],
      });
    }
  });
});

describe('a workbook of another maker', () => {
  it('counts by values: a formula by what it gave, a computed number as it is shown', async () => {
    const bytes = foreign({
      ...head,
      A2: { t: 'n', v: 0.1 + 0.2, f: '0.1+0.2' },
      B2: { t: 'b', v: true },
      A3: { t: 'n', v: 1e21 },
    });
    expect(await rowsOf(bytes, { titles })).toEqual([
      { row: 2, cells: { 编号: '0.3', 名称: '是' } },
      { row: 3, cells: { 编号: '1e+21', 名称: '' } },
    ]);
  });

  it('may have its columns in another order and its titles in full width', async () => {
    const bytes = foreign({ A1: { t: 's', v: ' 名称 ' }, B1: { t: 's', v: '编号' }, A2: { t: 's', v: '甲' } });
    expect(await rowsOf(bytes, { titles })).toEqual([{ row: 2, cells: { 编号: '', 名称: '甲' } }]);
  });

  it('is told every wrong column', async () => {
    const bytes = foreign({ A1: { t: 's', v: '编号' }, B1: { t: 's', v: '编号' }, C1: { t: 's', v: '备注' } });
    await expect(rowsOf(bytes, { titles })).rejects.toMatchObject({
      code: 'InvalidInput',
      fields: [
        { path: 'columns.编号', code: 'ColumnTwice' },
        { path: 'columns.备注', code: 'ColumnUnknown' },
        { path: 'columns.名称', code: 'ColumnMissing' },
      ],
    });
  });

  it('is told row by row where a cell is a mistake or stands beside the table', async () => {
    const bytes = foreign({ ...head, A3: { t: 'e', v: 0x07 }, C5: { t: 's', v: '旁注' } });
    await expect(rowsOf(bytes, { titles })).rejects.toMatchObject({
      fields: [
        { path: 'rows.3.编号', code: 'CellError' },
        { path: 'rows.5.C', code: 'NoTitle' },
      ],
    });
  });

  it('is refused beyond 10,000 rows, also where only its last cell is filled', async () => {
    const sheet = utils.aoa_to_sheet([titles]);
    sheet['A10001'] = { t: 's', v: 'x' };
    sheet['!ref'] = 'A1:B10001';
    const bytes = new Uint8Array(write({ SheetNames: ['表'], Sheets: { 表: sheet } }, { type: 'array' }));
    await expect(rowsOf(bytes, { titles })).rejects.toMatchObject({
      fields: [{ path: 'workbook', code: 'TooManyRows' }],
    });
  });
});
