/** A unit as it stands in a table: what the register takes, with the area by its name or id. */
export type UnitRow = {
  readonly name: string;
  readonly areaId: string;
  readonly creditCode?: string;
  readonly status: 'registered' | 'creating';
};

type Named = { readonly areaId: string; readonly name: string };

const columns: Readonly<Record<keyof UnitRow, readonly string[]>> = {
  name: ['单位名称', '名称', 'name'],
  areaId: ['地区', '区域', '街道', '社区', 'area', 'areaid'],
  creditCode: ['统一社会信用代码', '信用代码', 'credit code', 'creditcode'],
  status: ['创建情况', '状态', 'status'],
};

const creating: readonly string[] = ['创建单位', '创建', '是', 'creating', 'yes'];

const placeOf = (head: readonly string[], field: keyof UnitRow): number =>
  head.findIndex((cell) => columns[field].includes(cell.trim().toLowerCase()));

/** The id of an area that is written by its name; what is not known stays, so that the server says so at its row. */
const areaIdOf = (text: string, areas: readonly Named[]): string =>
  areas.find(({ areaId, name }) => areaId === text || name === text)?.areaId ?? text;

/** The rows below a head that names the columns; undefined where there is no such head. Blank rows are passed over. */
export function unitsIn(table: readonly (readonly string[])[], areas: readonly Named[]): UnitRow[] | undefined {
  const [head = [], ...rows] = table;
  const at = { name: placeOf(head, 'name'), areaId: placeOf(head, 'areaId') };
  if (at.name < 0 || at.areaId < 0) return undefined;
  const [code, status] = [placeOf(head, 'creditCode'), placeOf(head, 'status')];
  const cell = (row: readonly string[], place: number): string => row[place]?.trim() ?? '';
  return rows
    .filter((row) => row.some((each) => each.trim() !== ''))
    .map((row) => ({
      name: cell(row, at.name),
      areaId: areaIdOf(cell(row, at.areaId), areas),
      ...(cell(row, code) !== '' && { creditCode: cell(row, code).toUpperCase() }),
      status: creating.includes(cell(row, status).toLowerCase()) ? 'creating' : 'registered',
    }));
}

/** Cells that were copied from a spreadsheet are parted by tabs; a plain list may use commas. */
export const cellsOf = (text: string): string[][] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(line.includes('\t') ? '\t' : /[,，]/));
