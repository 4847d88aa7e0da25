import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { AwardError, type FieldProblem, invalidField } from '#domain/errors';
import { checkArchive } from './archive.ts';

/** One sheet: its columns with the titles that people read, and the cells row by row; null is an empty cell. */
export type TableSheet = {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width?: number }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

/** What a workbook is sent as. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What XML cannot carry, and what would be read as such an escape (ECMA-376 part 1 §22.9.2.19, ST_Xstring). */
const unwritable = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]|_(?=x[\dA-F]{4}_)/giu;

const escapes = (text: string): string =>
  text
    .split('')
    .map((unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('');

/**
 * A cell breaks its lines by line feeds alone. The library looks texts up in a plain object, where `constructor` and
 * its like are found before anybody put them there: those begin with an escape.
 */
function escaped(text: string): string {
  const written = text.replace(/\r\n?/g, '\n').replace(unwritable, escapes);
  return written in Object.prototype ? `${escapes(written.slice(0, 1))}${written.slice(1)}` : written;
}

/** Text stays text, also where it begins with = + - @ and a spreadsheet would otherwise compute it. */
const cellOf = (value: string | number | null) => {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { type: Number, value };
  return { type: String, value: escaped(value), format: '@', wrap: true, alignVertical: 'top' as const };
};

/**
 * A workbook with one sheet per table, titles in the first row, which stays in sight.
 * The library is loaded only here: no other request pays for it.
 */
export async function workbookOf(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const written = sheets.map(({ name, columns, rows }) => ({
    sheet: name,
    columns: columns.map(({ width }) => (width === undefined ? {} : { width })),
    stickyRowsCount: 1,
    data: [
      columns.map(({ title }) => ({ type: String, value: escaped(title), fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
  }));
  return writeWorkbook(written).toBuffer();
}

/** More than any list that fits a request. */
const mostRows = 10_000;
const mostCells = 100_000;

/** One row as it was read: its number as the spreadsheet shows it, and its cells by title; an empty cell is ''. */
export type TableRow = { readonly row: number; readonly cells: Record<string, string> };

const problem = (path: string, code: string, zh: string, en: string): FieldProblem => ({ path, code, zh, en });

/** Digits as the spreadsheet shows them: 15 at most, so that a computed 0.30000000000000004 is 0.3. */
const shownNumber = (value: number): string => String(Number(value.toPrecision(15)));

/** The value of a cell; a formula counts by the value that was saved with it. */
function textOf(cell: CellObject): string {
  if (typeof cell.v === 'number') return shownNumber(cell.v);
  return typeof cell.v === 'boolean' ? (cell.v ? '是' : '否') : String(cell.v ?? '');
}

type Cell = { readonly row: number; readonly column: string; readonly cell: CellObject };

function cellsOf(sheet: WorkSheet): Cell[] {
  const addresses = Object.keys(sheet).filter((address) => !address.startsWith('!'));
  const cells = addresses.flatMap((address): Cell[] => {
    const [, column, row] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    // Safe: every key of a sheet that is no address begins with an exclamation mark.
    return column && row ? [{ row: Number(row), column, cell: sheet[address] as CellObject }] : [];
  });
  if (cells.length <= mostCells && cells.every(({ row }) => row <= mostRows)) return cells;
  throw invalidField(
    'workbook',
    'TooManyRows',
    `工作表不得超过 ${mostRows} 行、${mostCells} 个单元格，请分次导入。`,
    `A sheet has at most ${mostRows} rows and ${mostCells} cells. Import it in parts.`,
  );
}

const trimmed = (title: string): string => title.normalize('NFKC').trim();

const columnProblem = (title: string, code: 'ColumnMissing' | 'ColumnTwice' | 'ColumnUnknown'): FieldProblem => {
  const says = {
    ColumnMissing: { zh: `缺少「${title}」列。`, en: `The column "${title}" is missing.` },
    ColumnTwice: { zh: `「${title}」列重复。`, en: `The column "${title}" occurs twice.` },
    ColumnUnknown: {
      zh: `没有「${title}」列，请删去或改正列名。`,
      en: `There is no column "${title}"; remove it or correct it.`,
    },
  } as const;
  return { path: `columns.${title}`, code, ...says[code] };
};

/** The title of each column by its letters; refused unless the first row bears exactly the titles, in any order. */
function titlesOf(cells: readonly Cell[], titles: readonly string[]): Map<string, string> {
  const known = new Map(titles.map((title) => [trimmed(title), title]));
  const found = new Map<string, string>();
  const problems: FieldProblem[] = [];
  for (const { row, column, cell } of cells) {
    const text = row === 1 ? trimmed(textOf(cell)) : '';
    if (text === '') continue;
    const title = known.get(text);
    if (title === undefined) problems.push(columnProblem(text, 'ColumnUnknown'));
    else if ([...found.values()].includes(title)) problems.push(columnProblem(title, 'ColumnTwice'));
    else found.set(column, title);
  }
  const missing = titles.filter((title) => ![...found.values()].includes(title));
  problems.push(...missing.map((title) => columnProblem(title, 'ColumnMissing')));
  if (problems.length > 0) throw new AwardError('InvalidInput', { fields: problems });
  return found;
}

function cellProblem({ row, column, cell }: Cell, title: string | undefined): FieldProblem[] {
  const path = `rows.${row}.${title ?? column}`;
  if (title === undefined) {
    return [problem(path, 'NoTitle', `${column} 列没有列名，请删去此格。`, `Column ${column} has no title; clear it.`)];
  }
  if (cell.t !== 'e') return [];
  return [problem(path, 'CellError', '此格是计算错误，请改正。', 'This cell holds an error of a formula; correct it.')];
}

async function opened(bytes: Uint8Array, sheet: string | undefined): Promise<WorkBook> {
  checkArchive(bytes);
  // The build without the old binary formats: less to load, and less that could be sent.
  const { default: xlsx } = await import('@e965/xlsx/dist/xlsx.mini.min');
  const only = { sheets: sheet ?? 0, sheetRows: mostRows + 1 };
  const of = { type: 'array', cellFormula: false, cellHTML: false, cellText: false, ...only } as const;
  try {
    return xlsx.read(bytes, of);
  } catch (cause) {
    throw new AwardError('InvalidInput', {
      cause,
      fields: [
        problem(
          'workbook',
          'NotAWorkbook',
          '无法读取工作簿，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。',
          'The workbook cannot be read. Open it in a spreadsheet, save it as .xlsx and send it again.',
        ),
      ],
    });
  }
}

/**
 * The rows of a sheet (of the first one unless it is named), without those that are empty.
 * @param options.titles the columns, all of them required, in any order; others are refused.
 * @returns cells as text, untrimmed; numbers in plain digits, a formula by its value, yes and no as 是 and 否.
 * @throws AwardError `InvalidInput` at `workbook`, `columns.<title>` and `rows.<number>.<title>`.
 */
export async function rowsOf(
  bytes: Uint8Array,
  options: { readonly titles: readonly string[]; readonly sheet?: string },
): Promise<TableRow[]> {
  const workbook = await opened(bytes, options.sheet);
  const name = options.sheet ?? workbook.SheetNames[0] ?? '';
  const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
  if (!sheet) {
    throw invalidField('workbook', 'SheetMissing', `没有「${name}」工作表。`, `There is no sheet "${name}".`);
  }
  const cells = cellsOf(sheet).filter(({ cell }) => cell.t === 'e' || textOf(cell) !== '');
  const titles = titlesOf(cells, options.titles);
  const body = cells.filter(({ row }) => row > 1);
  const problems = body.flatMap((cell) => cellProblem(cell, titles.get(cell.column)));
  if (problems.length > 0) throw new AwardError('InvalidInput', { fields: problems });
  const rows = new Map<number, Record<string, string>>();
  for (const { row, column, cell } of body) {
    const into = rows.get(row) ?? Object.fromEntries(options.titles.map((title) => [title, '']));
    into[titles.get(column) ?? ''] = textOf(cell);
    rows.set(row, into);
  }
  return [...rows].map(([row, found]) => ({ row, cells: found })).sort((a, b) => a.row - b.row);
}
