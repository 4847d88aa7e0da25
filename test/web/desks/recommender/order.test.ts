import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, movedTo, numbered, orderOf, ordersIn } from '#web/desks/recommender/order.ts';

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
    const rows = [
      { applicationId: 'x' },
      { applicationId: 'a', rank: 2 },
      { applicationId: 'y' },
      { applicationId: 'b', rank: 1 },
    ];
    expect(inOrder(rows).map((row) => row.applicationId)).toEqual(['b', 'a', 'x', 'y']);
  });
});

describe('the numbers of a workbook', () => {
  const wish = (id: string, order: number) => ({ id, order });

  it('put each at its number, with the others in their order around them', () => {
    expect(numbered(['a', 'b', 'c'], [wish('c', 1), wish('a', 2)])).toEqual(['c', 'a', 'b']);
    expect(numbered(['a', 'b', 'c', 'd'], [wish('d', 2)])).toEqual(['a', 'd', 'b', 'c']);
    expect(numbered([], [wish('b', 7), wish('a', 3)])).toEqual(['a', 'b']);
  });

  it('change nothing where they tell what stands', () => {
    fc.assert(
      fc.property(ids, fc.func(fc.boolean()), (order, isNamed) => {
        const named = order.flatMap((id, at) => (isNamed(id) ? [wish(id, at + 1)] : []));
        expect(numbered(order, named)).toEqual(order);
      }),
    );
  });

  it('lose and double nobody', () => {
    fc.assert(
      fc.property(ids, ids, (order, named) => {
        const all = numbered(
          order,
          named.map((id, at) => wish(id, (at * 7) % 5)),
        );
        expect([...all].sort()).toEqual([...new Set([...order, ...named])].sort());
      }),
    );
  });

  it('go to the category and department of each, but for those that are refused', () => {
    const decision = (applicationId: string, order: number, verdict?: 'recommend' | 'decline') => ({
      ...{ row: 2, applicationId, unit: '', opinion: '', faults: [], order },
      ...(verdict && { verdict }),
    });
    const cell = (categoryId: string, order: string[], orderVersion: number) => ({
      ...{ categoryId, department: '机关党工委', mode: 'equal' as const, seats: 3, shared: false, sent: 0 },
      ...{ waiting: 0, returned: 0, recommended: 0, declined: 0, order, orderVersion },
    });
    const cases = ['a', 'b', 'c', 'd'].map((applicationId) => ({
      ...{ applicationId, recommender: '机关党工委', categoryId: applicationId === 'd' ? 'school' : 'agency' },
    }));
    const cells = [cell('agency', ['a', 'b', 'c'], 4), cell('school', ['d'], 1)];
    expect(
      ordersIn([decision('c', 1, 'recommend'), decision('b', 2, 'decline'), decision('d', 1)], cases, cells),
    ).toEqual([{ categoryId: 'agency', department: '机关党工委', applicationIds: ['c', 'a', 'b'], version: 4 }]);
  });
});
