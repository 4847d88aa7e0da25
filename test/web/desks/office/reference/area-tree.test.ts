import { describe, expect, it } from 'vitest';
import { type Area, checkAreas } from '#domain/areas';
import { treeOf, withBelow, without } from '#web/desks/office/reference/area-tree.ts';

const district: Area = { areaId: 'district', name: '文澜区', level: 'district' };

describe('the tree of areas', () => {
  it('grows by lines, each name once, with ids that no other has', () => {
    const streets = withBelow([district], district, ' 云锦街道 \n\n松岭街道\n云锦街道');
    const [, first] = streets;
    if (!first) throw new Error('a street');
    const all = withBelow(streets, first, '一社区\n二社区');
    expect(all.map(({ areaId }) => areaId)).toEqual([
      'district',
      'district-1',
      'district-2',
      'district-1-1',
      'district-1-2',
    ]);
    expect(checkAreas(all)).toEqual([]);
    expect(withBelow(all, district, '松岭街道')).toEqual(all);
    expect(treeOf(all)[0]?.children[0]?.children.map(({ title }) => title)).toEqual(['一社区', '二社区']);
    expect(without(all, 'district-1').map(({ areaId }) => areaId)).toEqual(['district', 'district-2']);
  });
});
