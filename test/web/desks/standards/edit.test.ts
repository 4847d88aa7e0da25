import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStandard } from '#domain/standard-check';
import { leavesOf, type Standard, type StandardContent } from '#domain/standards';
import {
  added,
  changed,
  evened,
  idOf,
  left,
  mayMove,
  moved,
  newRule,
  nodeAt,
  type Place,
  pathOf,
  removed,
  renumbered,
  shifted,
} from '#web/desks/standards/edit.ts';

const empty: StandardContent = { name: '标准', label: '', fullMarks: 10_000, indicators: [] };

/** A tree of so many firsts, parts in each and points in each. */
function tree(firsts: number, parts: number, points: number): StandardContent {
  let content = empty;
  for (let i = 0; i < firsts; i += 1) {
    content = added(content, []).content;
    for (let j = 0; j < parts; j += 1) {
      content = added(content, [i]).content;
      for (let k = 0; k < points; k += 1) content = added(content, [i, j]).content;
    }
  }
  return content;
}

const named = (content: StandardContent): StandardContent => {
  let next = content;
  content.indicators.forEach((first, i) => {
    next = changed(next, [i], { name: `一级 ${i}` });
    first.children.forEach((second, j) => {
      next = changed(next, [i, j], { name: `二级 ${i} ${j}` });
      second.children.forEach((_, k) => {
        next = changed(next, [i, j, k], { name: `观测点 ${i} ${j} ${k}`, description: '说明' });
      });
    });
  });
  return next;
};

const idsOf = (content: StandardContent): string[] => leavesOf(content as Standard).map(({ pointId }) => pointId);

describe('a standard that is edited', () => {
  it('gives a new node the marks that are left and an id that continues its parent', () => {
    const first = added(empty, []);
    expect(first.place).toEqual([0]);
    expect(nodeAt(first.content, [0])).toMatchObject({ indicatorId: '1', fullMarks: 10_000 });
    const second = added(changed(first.content, [0], { fullMarks: 6000 }), []);
    expect(nodeAt(second.content, second.place)).toMatchObject({ indicatorId: '2', fullMarks: 4000 });
    expect(left(second.content, [])).toBe(0);
  });

  it('names a place as the check does', () => {
    expect([pathOf([2]), pathOf([2, 0, 1])]).toEqual(['indicators.2', 'indicators.2.children.0.children.1']);
  });

  it('becomes sound by evening the marks of each level out', () => {
    let content = named(tree(3, 2, 2));
    content = evened(content, []);
    content.indicators.forEach((first, i) => {
      content = evened(content, [i]);
      first.children.forEach((_, j) => {
        content = evened(content, [i, j]);
      });
    });
    const standard = { ...content, standardId: 's', categoryId: 'c', version: 1, status: 'draft' } as const;
    expect(checkStandard(standard)).toEqual([]);
    expect(leavesOf(standard).reduce((sum, { fullMarks }) => sum + fullMarks, 0)).toBe(10_000);
  });

  it('moves a node up, down and to another parent, and numbers all anew', () => {
    const content = named(tree(2, 1, 3));
    const up = shifted(content, [0, 0, 2], -1);
    expect(up.place).toEqual([0, 0, 1]);
    expect(nodeAt(up.content, [0, 0, 1])).toMatchObject({ name: '观测点 0 0 2', pointId: '1.1.2' });
    expect(shifted(content, [0, 0, 0], -1)).toEqual({ content, place: [0, 0, 0] });
    const over = moved(content, [0, 0, 0], [1, 0, 1]);
    expect(over.place).toEqual([1, 0, 1]);
    expect(nodeAt(over.content, over.place)).toMatchObject({ name: '观测点 0 0 0', pointId: '2.1.2' });
    expect(idsOf(over.content)).toEqual(['1.1.1', '1.1.2', '2.1.1', '2.1.2', '2.1.3', '2.1.4']);
  });

  it('moves nothing to another level', () => {
    const content = tree(2, 1, 1);
    expect([mayMove([0], [1, 0]), mayMove([0, 0, 0], [1, 0, 0]), mayMove([0], [0])]).toEqual([false, true, false]);
    expect(moved(content, [0], [1, 0])).toEqual({ content, place: [0] });
  });

  it('takes a node away with all that is below it', () => {
    const content = named(tree(3, 1, 1));
    const without = removed(content, [1]);
    expect(without.indicators.map(({ indicatorId, name }) => [indicatorId, name])).toEqual([
      ['1', '一级 0'],
      ['2', '一级 2'],
    ]);
  });

  it('begins a rule with marks that fit the point', () => {
    expect(newRule('levels', 800, ['优', '良', '中', '差'])).toEqual({
      kind: 'levels',
      levels: [800, 680, 560, 480].map((marks, i) => ({ label: '优良中差'[i], marks, descriptor: '' })),
    });
    expect(newRule('deduction', 50, [])).toEqual({ kind: 'deduction', items: [{ label: '', marks: 50 }] });
    expect(newRule('ratio', 500, [])).toEqual({ kind: 'ratio', fullAtPercent: 100 });
  });

  it('loses and doubles no node, whatever is moved where', () => {
    const place: fc.Arbitrary<Place> = fc.array(fc.nat(3), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { maxLength: 20 }), (moves) => {
        const start = named(tree(3, 2, 2));
        let content = start;
        for (const [from, to] of moves) {
          // A place that does not exist, or is after the last one but one, is refused by the screen.
          const parent = to.length === 1 ? true : nodeAt(content, to.slice(0, -1)) !== undefined;
          if (parent) content = moved(content, from, to).content;
        }
        const names = (of: StandardContent): string[] =>
          of.indicators.flatMap((first) => [
            first.name,
            ...first.children.flatMap((second) => [second.name, ...second.children.map(({ name }) => name)]),
          ]);
        expect([...names(content)].sort()).toEqual([...names(start)].sort());
        expect(renumbered(content)).toEqual(content);
      }),
    );
  });

  it('shares marks so that they sum, in half points where that is possible', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 200 }), (count, halves) => {
        let content = changed(added(empty, []).content, [0], { fullMarks: halves * 50 });
        for (let i = 0; i < count; i += 1) content = added(content, [0]).content;
        const shares = evened(content, [0]).indicators[0]?.children.map(({ fullMarks }) => fullMarks) ?? [];
        expect(shares.reduce((sum, each) => sum + each, 0)).toBe(halves * 50);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(50);
        if (halves >= count) expect(shares.filter((each) => each % 50 !== 0)).toEqual([]);
      }),
    );
  });

  it('reads the id of any node', () => {
    const content = tree(1, 1, 1);
    expect([[0], [0, 0], [0, 0, 0]].map((at) => idOf(nodeAt(content, at) ?? ({} as never)))).toEqual([
      '1',
      '1.1',
      '1.1.1',
    ]);
  });
});
