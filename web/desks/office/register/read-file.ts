import { cellsOf } from './rows.ts';

const isText = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Objects as a table, with their fields as its head. */
function tableOf(items: readonly unknown[]): string[][] {
  const objects = items.filter(isText);
  const head = [...new Set(objects.flatMap((each) => Object.keys(each)))];
  return [head, ...objects.map((each) => head.map((name) => String(each[name] ?? '')))];
}

/**
 * The cells of a file: .json (a list of objects, or `{ units }`), .xlsx, or lines of text. The library for Excel is
 * fetched only when a file of it is chosen.
 */
export async function readCells(file: File): Promise<string[][]> {
  if (file.name.endsWith('.json')) {
    const value: unknown = JSON.parse(await file.text());
    const items = Array.isArray(value) ? value : isText(value) ? value['units'] : [];
    return tableOf(Array.isArray(items) ? items : []);
  }
  if (!file.name.endsWith('.xlsx')) return cellsOf(await file.text());
  const { read, utils } = await import('@e965/xlsx');
  const book = read(await file.arrayBuffer());
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet?.['!ref']) return [];
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, defval: '', blankrows: true });
  // A sheet that begins further down is read from there: its lines keep the numbers that they have in Excel.
  const above = Array.from({ length: utils.decode_range(sheet['!ref']).s.r }, () => ['']);
  return [...above, ...rows.map((row) => row.map(String))];
}
