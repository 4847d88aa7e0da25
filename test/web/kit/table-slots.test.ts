import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Slot, slotsFor } from '#web/kit/table-slots.ts';

const rows = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
const ids = (slots: readonly Slot[]): number[] => slots.map(({ id }) => id);

describe('the elements of the rows in sight', () => {
  it('serve the rows of a jump, so that none is made anew', () => {
    const before = slotsFor([], rows(0, 20));
    expect(ids(slotsFor(before, rows(500, 520)))).toEqual(ids(before));
  });

  it('are kept by the rows that stay when somebody scrolls a little', () => {
    const before = slotsFor([], rows(0, 5));
    expect(slotsFor(before, rows(2, 7))).toEqual([
      { index: 2, id: 2 },
      { index: 3, id: 3 },
      { index: 4, id: 4 },
      { index: 5, id: 5 },
      { index: 6, id: 6 },
    ]);
  });

  it('leave the row that the keyboard stands in where it is', () => {
    const before = slotsFor([], [3, ...rows(10, 14)]);
    expect(ids(slotsFor(before, [3, ...rows(90, 94)]))).toEqual(ids(before));
    // All others pass it, and none of them may be moved past it.
    expect(ids(slotsFor(before, [0, 1, 2, 3]))).toEqual([5, 6, 7, 0]);
  });

  it('are each used once, kept by who stays, and never moved', () => {
    const window = fc.uniqueArray(fc.nat(60), { maxLength: 30 }).map((at) => at.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(window, { maxLength: 12 }), (windows) => {
        let before: readonly Slot[] = [];
        for (const wanted of windows) {
          const after = slotsFor(before, wanted);
          expect(after.map(({ index }) => index)).toEqual(wanted);
          expect(new Set(ids(after)).size).toBe(wanted.length);
          for (const { index, id } of before) {
            const same = after.find((slot) => slot.index === index);
            if (same) expect(same.id).toBe(id);
          }
          const kept = new Set(ids(before));
          const shared = ids(after).filter((id) => kept.has(id));
          expect(ids(before).filter((id) => shared.includes(id))).toEqual(shared);
          before = after;
        }
      }),
    );
  });
});
