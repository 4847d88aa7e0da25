import { expect, it } from 'vitest';
import { treeOf } from '#web/desks/files/area-tree.ts';

it('makes a tree of the areas, in their order', () => {
  const areas = [
    { areaId: 'd', name: '文澜区', level: 'district' as const },
    { areaId: 's1', name: '云锦街道', level: 'street' as const, parentId: 'd' },
    { areaId: 's2', name: '墨池街道', level: 'street' as const, parentId: 'd' },
    { areaId: 'c', name: '桂社区', level: 'community' as const, parentId: 's1' },
  ];
  expect(treeOf(areas)).toEqual([
    {
      value: 'd',
      title: '文澜区',
      children: [
        { value: 's1', title: '云锦街道', children: [{ value: 'c', title: '桂社区' }] },
        { value: 's2', title: '墨池街道' },
      ],
    },
  ]);
});
