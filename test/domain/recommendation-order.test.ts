import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBePlaced, reordered } from '#domain/recommendation-order';

const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });

describe('the order of recommendation (推荐顺序)', () => {
  it('fills the places of those who were named anew, and puts newcomers last', () => {
    expect(reordered([], ['b', 'a'])).toEqual(['b', 'a']);
    expect(reordered(['a', 'b', 'c'], ['c', 'b', 'a'])).toEqual(['c', 'b', 'a']);
    expect(reordered(['a', 'x', 'b'], ['b', 'n', 'a'])).toEqual(['b', 'x', 'n', 'a']);
  });

  it('loses and doubles nobody, follows the wish of who put theirs in order, and moves no colleague’s', () => {
    fc.assert(
      fc.property(ids, ids, (before, given) => {
        const after = reordered(before, given);
        expect(after.toSorted()).toEqual([...new Set([...before, ...given])].toSorted());
        expect(after.filter((id) => given.includes(id))).toEqual(given);
        for (const [at, id] of before.entries()) if (!given.includes(id)) expect(after[at]).toBe(id);
        expect(reordered(after, given)).toEqual(after);
      }),
    );
  });

  it('has a place for what lies with the department, is being corrected or was sent', () => {
    const places = (['draft', 'submitted', 'returned', 'recommended', 'accepted', 'named'] as const).map((status) =>
      mayBePlaced({ status }),
    );
    expect(places).toEqual([false, true, true, true, true, true]);
    expect((['declined', 'rejected', 'withdrawn', 'expired'] as const).some((status) => mayBePlaced({ status }))).toBe(
      false,
    );
  });
});
