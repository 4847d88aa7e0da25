import { describe, expect, it } from 'vitest';
import { cellsOf, unitsIn } from '#web/desks/office/register/rows.ts';

const areas = [{ areaId: 'street-1', name: '云锦街道' }];

describe('rows of a register', () => {
  it('are read by the names of their columns, in whatever order', () => {
    const text =
      '地区\t单位名称\t创建情况\t统一社会信用代码\n云锦街道\t甲学校\t创建单位\t12310105mb00000a24\n\nstreet-1\t乙学校\t\t\n';
    expect(unitsIn(cellsOf(text), areas)).toEqual([
      { name: '甲学校', areaId: 'street-1', creditCode: '12310105MB00000A24', status: 'creating' },
      { name: '乙学校', areaId: 'street-1', status: 'registered' },
    ]);
  });

  it('keep an area that nobody knows, so that the server tells its row', () => {
    expect(unitsIn(cellsOf('名称,地区\n丙,月球'), areas)).toEqual([
      { name: '丙', areaId: '月球', status: 'registered' },
    ]);
  });

  it('are none without a head', () => {
    expect(unitsIn(cellsOf('甲学校\t云锦街道'), areas)).toBeUndefined();
    expect(unitsIn([], areas)).toBeUndefined();
  });
});
