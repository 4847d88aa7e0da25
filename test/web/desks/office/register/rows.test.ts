import { describe, expect, it } from 'vitest';
import { cellsOf, faultAt, textOf, unitsIn } from '#web/desks/office/register/rows.ts';

const areas = [{ areaId: 'street-1', name: '云锦街道' }];

describe('rows of a register', () => {
  it('are read by the names of their columns, in whatever order', () => {
    const text =
      '地区\t单位名称\t创建情况\t统一社会信用代码\n云锦街道\t甲学校\t创建单位\t12310105mb00000a24\n\nstreet-1\t乙学校\t\t\n';
    expect(unitsIn(cellsOf(text), areas)).toEqual({
      units: [
        { name: '甲学校', areaId: 'street-1', creditCode: '12310105MB00000A24', status: 'creating' },
        { name: '乙学校', areaId: 'street-1', status: 'registered' },
      ],
      lines: [2, 4],
      faults: [],
    });
  });

  it('keep an area that nobody knows, so that the server tells its row', () => {
    expect(unitsIn(cellsOf('名称,地区\n丙,月球'), areas)?.units).toEqual([
      { name: '丙', areaId: '月球', status: 'registered' },
    ]);
  });

  it('are none without a head', () => {
    expect(unitsIn(cellsOf('甲学校\t云锦街道'), areas)).toBeUndefined();
    expect(unitsIn([], areas)).toBeUndefined();
  });

  it('may have a title above their head, and keep their numbers', () => {
    const table = unitsIn(cellsOf('2026 年学校名册\n\n单位名称\t地区\n甲学校\t云锦街道'), areas);
    expect(table?.units.map(({ name }) => name)).toEqual(['甲学校']);
    expect(table?.lines).toEqual([4]);
  });

  it('never take what a unit does for something else: it is told where it stands', () => {
    const table = unitsIn(
      cellsOf('单位名称\t地区\t创建情况\n甲学校\t云锦街道\t在册\n\n乙学校\t云锦街道\t拟创建'),
      areas,
    );
    expect(table?.faults).toEqual([{ line: 4, column: 'status', text: '拟创建' }]);
  });

  it('stay one line each, whatever stands in a cell', () => {
    const table = [
      ['单位名称', '地区'],
      ['甲\n学校', '云锦\t街道'],
    ];
    expect(textOf(table)).toBe('单位名称\t地区\n甲 学校\t云锦 街道');
  });
});

describe('where the server found something wrong', () => {
  const table = {
    units: [
      { name: '甲', areaId: 'street-1', status: 'registered' as const },
      { name: '乙', areaId: '月球', status: 'registered' as const },
    ],
    lines: [2, 5],
  };

  it('is the row and the column of the table, and what stands there', () => {
    expect(faultAt('units.1.areaId', table)).toEqual({ line: 5, column: 'areaId', text: '月球' });
    expect(faultAt('units.0.creditCode', table)).toEqual({ line: 2, column: 'creditCode' });
  });

  it('is the row alone where no cell is to blame, and neither where it is the whole', () => {
    expect(faultAt('units.1', table)).toEqual({ line: 5 });
    expect(faultAt('units', table)).toEqual({});
  });
});
