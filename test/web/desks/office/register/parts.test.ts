import { describe, expect, it } from 'vitest';
import { creditCodeOf } from '#examples/xicheng-2011/credit-code';
import { faultsOfParts, goesOnFrom, partsOf } from '#web/desks/office/register/parts.ts';
import type { UnitRow } from '#web/desks/office/register/rows.ts';

const families = (count: number): UnitRow[] =>
  Array.from({ length: count }, (_, at) => ({ name: `家庭 ${at}`, areaId: 'community-1', status: 'creating' }));
const into = { year: 2026, categoryId: 'family', areaIds: new Set(['community-1']) };

describe('a register of several parts', () => {
  it('is sent in parts of 5,000 rows, each row once and in order', () => {
    const all = families(33_055);
    const parts = partsOf(all);
    expect(parts.map((part) => part.length)).toEqual([5000, 5000, 5000, 5000, 5000, 5000, 3055]);
    expect(parts.flat()).toEqual(all);
    expect(partsOf([])).toEqual([]);
  });

  it('goes on behind what is in already, and begins anew where it is another register', () => {
    const all = families(12_000);
    const taken = all.slice(0, 5000);
    expect(goesOnFrom(all, [])).toBe(0);
    expect(goesOnFrom(all, taken)).toBe(5000);
    const mended = all.map((row, at) => (at === 7000 ? { ...row, areaId: 'community-2' } : row));
    expect(goesOnFrom(mended, taken)).toBe(5000);
    const other = all.map((row, at) => (at === 3 ? { ...row, name: '别的家庭' } : row));
    expect(goesOnFrom(other, taken)).toBe(0);
    expect(goesOnFrom(all.slice(0, 10), taken)).toBe(0);
  });

  it('is looked through before its first part is sent: a row of the last part that is wrong keeps all back', () => {
    const all = families(5003);
    const wrong = [
      ...all.slice(0, 5000),
      { name: '家庭 7', areaId: 'community-1', status: 'creating' as const },
      { name: '月上人家', areaId: 'moon', status: 'creating' as const },
    ];
    expect(faultsOfParts(wrong, into).map(({ path, code }) => [path, code])).toEqual([
      ['units.5001.areaId', 'UnknownArea'],
      ['units.5000', 'Duplicate'],
    ]);
    const [broken] = faultsOfParts(
      [
        ...all,
        {
          name: '丁校',
          areaId: 'community-1',
          creditCode: `${creditCodeOf('12', 1).slice(0, 17)}?`,
          status: 'registered',
        },
      ],
      into,
    );
    expect(broken?.path).toBe('units.5003.creditCode');
    expect(faultsOfParts(all, into)).toEqual([]);
  });

  it('is left to the server where it is one part', () => {
    expect(faultsOfParts([{ name: '', areaId: 'moon', status: 'registered' }], into)).toEqual([]);
  });
});
