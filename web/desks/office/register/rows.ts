/** A unit as it stands in a table: what the register takes, with the area by its name or id. */
export type UnitRow = {
  readonly name: string;
  readonly areaId: string;
  readonly creditCode?: string;
  readonly status: 'registered' | 'creating';
};
export type UnitColumn = keyof UnitRow;

/** Something in a cell that is no value of its column. */
type CellFault = { readonly line: number; readonly column: UnitColumn; readonly text: string };

export type UnitTable = {
  readonly units: readonly UnitRow[];
  /** The line of the table in which each unit stands, counted as a spreadsheet does: from 1, the blank ones too. */
  readonly lines: readonly number[];
  readonly faults: readonly CellFault[];
};

type Named = { readonly areaId: string; readonly name: string };

const columns: Readonly<Record<UnitColumn, readonly string[]>> = {
  name: ['单位名称', '名称', 'name'],
  areaId: ['地区', '区域', '街道', '社区', 'area', 'areaid'],
  creditCode: ['统一社会信用代码', '信用代码', 'credit code', 'creditcode'],
  status: ['创建情况', '状态', 'status'],
};

const statuses: Readonly<Record<UnitRow['status'], readonly string[]>> = {
  creating: ['创建单位', '创建', '是', 'creating', 'yes'],
  registered: ['', '在册', '在册单位', '否', 'registered', 'no'],
};

/** How far down a head is looked for: a title may stand above it. */
const HEAD_WITHIN = 10;

const placeOf = (head: readonly string[], field: UnitColumn): number =>
  head.findIndex((cell) => columns[field].includes(cell.trim().toLowerCase()));

const isHead = (row: readonly string[]): boolean => placeOf(row, 'name') >= 0 && placeOf(row, 'areaId') >= 0;

/** The id of an area that is written by its name; what is not known stays, so that the server says so at its row. */
const areaIdOf = (text: string, areas: readonly Named[]): string =>
  areas.find(({ areaId, name }) => areaId === text || name === text)?.areaId ?? text;

const statusOf = (text: string): UnitRow['status'] | undefined =>
  (Object.keys(statuses) as UnitRow['status'][]).find((status) => statuses[status].includes(text.toLowerCase()));

/** The rows below the head that names the columns; undefined where there is no such head. Blank rows are passed over. */
export function unitsIn(table: readonly (readonly string[])[], areas: readonly Named[]): UnitTable | undefined {
  const headAt = table.slice(0, HEAD_WITHIN).findIndex(isHead);
  const head = table[headAt];
  if (!head) return undefined;
  const cellOf = (row: readonly string[], column: UnitColumn): string => row[placeOf(head, column)]?.trim() ?? '';
  const rows = table
    .map((row, at) => ({ row, line: at + 1 }))
    .filter(({ row, line }) => line > headAt + 1 && row.some((cell) => cell.trim() !== ''));
  const faults = rows.flatMap(({ row, line }): CellFault[] => {
    const text = cellOf(row, 'status');
    return statusOf(text) ? [] : [{ line, column: 'status', text }];
  });
  const units = rows.map(({ row }): UnitRow => {
    const creditCode = cellOf(row, 'creditCode').toUpperCase();
    return {
      name: cellOf(row, 'name'),
      areaId: areaIdOf(cellOf(row, 'areaId'), areas),
      ...(creditCode !== '' && { creditCode }),
      status: statusOf(cellOf(row, 'status')) ?? 'registered',
    };
  });
  return { units, lines: rows.map(({ line }) => line), faults };
}

/** Cells that were copied from a spreadsheet are parted by tabs; a plain list may use commas. */
export const cellsOf = (text: string): string[][] =>
  text.split(/\r?\n/).map((line) => line.split(line.includes('\t') ? '\t' : /[,，]/));

/** A table as text; what would begin another cell or line becomes a blank. */
export const textOf = (table: readonly (readonly string[])[]): string =>
  table.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t')).join('\n');

/** Where the server found something wrong, in the table that was typed or read; a fault of the whole has no line. */
export type RowFault = { readonly line?: number; readonly column?: UnitColumn; readonly text?: string };

const isColumn = (name: string | undefined): name is UnitColumn => name !== undefined && Object.hasOwn(columns, name);

/** `units.3.creditCode` is a cell of the unit that was sent fourth, wherever it stood in the table. */
export function faultAt(path: string, { units, lines }: Pick<UnitTable, 'units' | 'lines'>): RowFault {
  const [, index, column] = /^units\.(\d+)(?:\.(\w+))?/.exec(path) ?? [];
  const line = index === undefined ? undefined : lines[Number(index)];
  if (line === undefined) return {};
  if (!isColumn(column)) return { line };
  const text = units[Number(index)]?.[column];
  return { line, column, ...(text && { text }) };
}
