import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, movedTo, orderOf } from '#web/desks/recommender/order.ts';

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 8 });

describe('the order of recommendation', () => {
  it('moves one and closes up', () => {
    expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(movedTo(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(movedTo(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
    expect(movedTo(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });

  it('loses and doubles nobody', () => {
    fc.assert(
      fc.property(ids, fc.nat(8), fc.nat(8), (order, from, to) => {
        expect([...movedTo(order, from, to)].sort()).toEqual([...order].sort());
      }),
    );
  });

  it('holds exactly those that wait, who came since at the end', () => {
    expect(orderOf(['c', 'gone', 'a'], ['a', 'b', 'c'])).toEqual(['c', 'a', 'b']);
    fc.assert(
      fc.property(ids, ids, (kept, waiting) => {
        expect([...orderOf(kept, waiting)].sort()).toEqual([...waiting].sort());
      }),
    );
  });

  it('sorts rows by it, those without a place last', () => {
    const rows = ['x', 'a', 'b'].map((applicationId) => ({ applicationId }));
    expect(inOrder(rows, ['b', 'a']).map((row) => row.applicationId)).toEqual(['b', 'a', 'x']);
  });
});
