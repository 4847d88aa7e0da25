import { describe, expect, it } from 'vitest';
import { checkRegister, checkRows, creationRate, namedShare, namingRate, RegisterUnit } from '#domain/register';

/** 194 schools of which 180 take part, as many as Xicheng had (domain.md §1). */
const schools: RegisterUnit[] = Array.from({ length: 194 }, (_, i) => ({
  year: 2026,
  categoryId: 'school',
  areaId: `s${i % 15}`,
  name: `第${i + 1}学校`,
  status: i < 180 ? 'creating' : 'registered',
}));

describe('the rates', () => {
  it('have different denominators: 180 of 194 take part, 40 of these 180 are named, and 40 of all 194', () => {
    expect(creationRate(schools)).toEqual({ part: 180, whole: 194 });
    expect(namingRate(schools, 40)).toEqual({ part: 40, whole: 180 });
    expect(namedShare(schools, 40)).toEqual({ part: 40, whole: 194 });
  });

  it('are undefined rather than 0 or infinite where there is no denominator', () => {
    const idle = schools.slice(180);
    expect([creationRate([]), namedShare([], 0), namingRate(idle, 0)]).toEqual([undefined, undefined, undefined]);
    expect(creationRate(idle)).toEqual({ part: 0, whole: 14 });
  });
});

describe('checkRegister', () => {
  it('has nothing to say about a sound register', () => {
    expect(checkRegister(schools)).toEqual([]);
  });

  it('tells a unit twice by its area and name, or by its code under another name', () => {
    const [first] = schools as [RegisterUnit];
    const coded = { ...first, creditCode: '12310105MB00000A24' };
    expect(checkRegister([first, first]).map(({ path }) => path)).toEqual(['units.1']);
    expect(checkRegister([coded, { ...coded, name: '改名后的学校' }]).map(({ path }) => path)).toEqual(['units.1']);
  });

  it('lets a unit be registered again in another year, area or category', () => {
    const [first] = schools as [RegisterUnit];
    const others = [
      { ...first, year: 2027 },
      { ...first, areaId: 'x' },
      { ...first, categoryId: 'institution' },
    ];
    expect(checkRegister([first, ...others])).toEqual([]);
  });
});

describe('the schema of a registered unit', () => {
  it('refuses a code whose check digit is wrong', () => {
    const unit = { ...schools[0], creditCode: '12310105MB00000A24' };
    expect(RegisterUnit.parse(unit)).toEqual(unit);
    expect(RegisterUnit.safeParse({ ...unit, creditCode: '12310105MB00000A25' }).success).toBe(false);
  });
});

describe('rows that shall enter a register', () => {
  const unit = (name: string, areaId = 'street-1') => ({
    ...{ year: 2026, categoryId: 'family', areaId, name, status: 'creating' as const },
  });

  it('are told all their faults at once: areas that nobody knows, and units that are there twice', () => {
    const given = [unit('甲'), unit('乙', 'moon'), unit('甲'), unit('丙')];
    const found = checkRows(given, { before: [unit('丙')], areaIds: new Set(['street-1']) });
    expect(found.map(({ path, code }) => [path, code])).toEqual([
      ['units.1.areaId', 'UnknownArea'],
      ['units.2', 'Duplicate'],
      ['units.3', 'Duplicate'],
    ]);
  });
});
