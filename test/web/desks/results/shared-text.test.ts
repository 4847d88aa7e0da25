import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved } from '#web/desks/results/moved.ts';
import { nearest } from '#web/desks/results/nearest.ts';
import { percentOf, sharedPieces } from '#web/desks/results/shared-text.ts';

const textOf = (pieces: readonly { readonly text: string }[]): string => pieces.map(({ text }) => text).join('');

describe('passages side by side', () => {
  it('have what they share marked', () => {
    expect(sharedPieces('我们建立了集体学习制度，每月一次。', '本单位建立了集体学习制度，每周一次。')).toEqual({
      left: [
        { text: '我们', isShared: false },
        { text: '建立了集体学习制度，每', isShared: true },
        { text: '月一次。', isShared: false },
      ],
      right: [
        { text: '本单位', isShared: false },
        { text: '建立了集体学习制度，每', isShared: true },
        { text: '周一次。', isShared: false },
      ],
    });
  });

  it('lose no sign, and share the same on both sides', () => {
    const text = fc.string({ unit: fc.constantFrom('学', '习', '制', '度'), maxLength: 80 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { left, right } = sharedPieces(one, other);
        expect([textOf(left), textOf(right)]).toEqual([one, other]);
        const shared = (pieces: typeof left) => pieces.filter(({ isShared }) => isShared).map((piece) => piece.text);
        expect(shared(left)).toEqual(shared(right));
      }),
    );
  });

  it('tell their share in percent', () => {
    expect([percentOf(125), percentOf(1000), percentOf(7)]).toEqual(['12.5%', '100.0%', '0.7%']);
  });
});

describe('the order of a vote', () => {
  it('is changed one place at a time, and not beyond its ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });
});

describe('what a chart draws', () => {
  it('is all of a short list, and of a long one what lies around the line', () => {
    expect(nearest([1, 2, 3], 2)).toEqual([1, 2, 3]);
    const long = Array.from({ length: 500 }, (_, at) => at);
    expect(nearest(long, 250)[0]).toBe(220);
    expect(nearest(long, 0)[0]).toBe(0);
    expect(nearest(long, 499).at(-1)).toBe(499);
  });
});
