import { describe, expect, it } from 'vitest';
import { Area, checkAreas, isWithin, localAreasOf } from '#domain/areas';

const district: Area = { areaId: 'wl', name: '文澜区', level: 'district' };
const street: Area = { areaId: 'wl-01', name: '云锦街道', level: 'street', parentId: 'wl' };
const other: Area = { areaId: 'wl-02', name: '松岭街道', level: 'street', parentId: 'wl' };
const community: Area = { areaId: 'wl-01-01', name: '锦园社区', level: 'community', parentId: 'wl-01' };
const tree = [district, street, other, community];

const found = (areas: Area[]) => checkAreas(areas).map(({ path, code }) => `${path} ${code}`);

describe('isWithin', () => {
  it.each([
    ['wl-01-01', 'wl-01-01', true],
    ['wl-01-01', 'wl-01', true],
    ['wl-01-01', 'wl', true],
    ['wl-01-01', 'wl-02', false],
    ['wl-01', 'wl-01-01', false],
    ['wl-011', 'wl-01', false],
    ['nowhere', 'wl', false],
    ['wl', 'nowhere', false],
  ])('says of %s within %s: %s', (areaId, ancestorId, within) => {
    expect(isWithin(areaId, ancestorId, tree)).toBe(within);
  });

  it('ends on a circle', () => {
    const circle: Area[] = [
      { areaId: 'a', name: 'a', level: 'street', parentId: 'b' },
      { areaId: 'b', name: 'b', level: 'street', parentId: 'a' },
    ];
    expect(isWithin('a', 'c', circle)).toBe(false);
  });
});

describe('localAreasOf', () => {
  it.each([
    [['wl-01-01'], ['wl-01-01', 'wl-01']],
    [['wl-01'], ['wl-01']],
    [
      ['wl-01-01', 'wl-01', 'wl-02'],
      ['wl-01-01', 'wl-01', 'wl-02'],
    ],
    [['wl'], []],
    [['nowhere'], []],
    [[], []],
  ])('of %j are the streets and communities %j', (areaIds, local) => {
    expect(localAreasOf(areaIds, tree)).toEqual(local);
  });
});

describe('checkAreas', () => {
  it('has nothing to say about a sound tree, from whichever level it begins', () => {
    expect(found(tree)).toEqual([]);
    expect(found([{ areaId: 'c', name: '云州市', level: 'city' }, { ...district, parentId: 'c' }, street])).toEqual([]);
    expect(found([])).toEqual([]);
  });

  it('tells an id twice, and a name twice under one parent only', () => {
    expect(found([...tree, { ...community, name: '岭园社区' }])).toEqual(['areas.4.areaId Duplicate']);
    expect(found([...tree, { ...community, areaId: 'x' }])).toEqual(['areas.4.name Duplicate']);
    expect(found([...tree, { ...community, areaId: 'x', parentId: 'wl-02' }])).toEqual([]);
  });

  it('tells a parent that is missing, unknown, or not one level above', () => {
    const { parentId: _none, ...orphan } = street;
    expect(found([district, orphan])).toEqual(['areas.1.parentId ParentMissing']);
    expect(found([district, { ...street, parentId: 'zz' }])).toEqual(['areas.1.parentId ParentUnknown']);
    expect(found([district, { ...community, parentId: 'wl' }])).toEqual(['areas.1.parentId ParentLevel']);
  });

  it('tells every member of a circle, and an area that is its own parent', () => {
    const circle = [
      { ...street, parentId: 'wl-02' },
      { ...other, parentId: 'wl-01' },
    ];
    expect(found([district, ...circle])).toEqual(['areas.1.parentId ParentLevel', 'areas.2.parentId ParentLevel']);
    expect(found([district, { ...street, parentId: 'wl-01' }])).toEqual(['areas.1.parentId ParentLevel']);
  });
});

describe('the schema of an area', () => {
  it('reads an area and refuses a level that is none', () => {
    expect(Area.parse(community)).toEqual(community);
    expect(Area.safeParse({ ...community, level: 'village' }).success).toBe(false);
  });
});
