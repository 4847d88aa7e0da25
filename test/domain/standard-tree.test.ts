import { describe, expect, it } from 'vitest';
import { checkDepth } from '#domain/standards';
import { soundStandard } from '../support/sound-standard.ts';

const treeOf = (depth: number): object => {
  let node: object = { indicatorId: '1', name: '层', fullMarks: 10_000 };
  for (let level = 1; level < depth; level += 1) node = { name: '层', children: [node] };
  return { indicators: [node] };
};

describe('checkDepth', () => {
  it('has nothing to say about three levels and fewer', () => {
    expect([soundStandard, treeOf(1), treeOf(2), treeOf(3)].flatMap(checkDepth)).toEqual([]);
  });

  it.each([4, 50, 100_000])('tells a tree of %i levels once, where it goes on below a point', (depth) => {
    expect(checkDepth(treeOf(depth))).toEqual([
      expect.objectContaining({ path: 'indicators.0.children.0.children.0.children', code: 'TreeTooDeep' }),
    ]);
  });

  it.each([null, 7, 'x', [], { indicators: 'x' }, { indicators: [null, { children: [null, { children: [null] }] }] }])(
    'leaves %j to the schema',
    (document) => {
      expect(checkDepth(document)).toEqual([]);
    },
  );
});
