import { save } from './download.ts';
import type { Column } from './table-types.ts';

/** Excel's own width of a column, in characters. */
const CHARACTER = 8;

/** What is seen, as a workbook: the columns that have values, numbers as numbers. */
export async function exportRows<Row>(
  fileName: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<void> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const valued = columns.flatMap(({ id, head, value, width = 160 }) => (value ? [{ id, head, value, width }] : []));
  const heads = valued.map(({ head }) => ({ value: head, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => valued.map(({ value }) => value(row) ?? null));
  const workbook = writeXlsxFile([heads, ...cells], {
    columns: valued.map(({ width }) => ({ width: Math.round(width / CHARACTER) })),
    stickyRowsCount: 1,
  });
  save(fileName, await workbook.toBlob());
}
