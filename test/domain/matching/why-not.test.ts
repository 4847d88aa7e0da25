import { describe, expect, it } from 'vitest';
import { type Core, isShortage, type Solution } from '#domain/matching/core';
import { solve } from '#domain/matching/solver';
import { type WhyNot, whyNot, whyNotWords } from '#domain/matching/why-not';
import { instanceOf, variedInstance } from '#test/support/instances';

function solved(core: Core): Solution {
  const outcome = solve(core);
  if (isShortage(outcome)) throw new Error(`No assignment: ${outcome.kind}`);
  return outcome;
}

const plain = { sizes: [1, 1], least: [0, 0], most: [1, 1], pins: [] };
type Plain = { fit: number[][]; sizes: number[]; least: number[]; most: number[]; pins: Core['pins'] };

const coreOf = ({ fit, sizes, least, most, pins }: Plain): Core => ({
  rows: sizes.length,
  columns: most.length,
  fit: Int16Array.from(fit.flat()),
  sizes: Int32Array.from(sizes),
  least: Int32Array.from(least),
  most: Int32Array.from(most),
  pins,
  rowTie: Uint32Array.from(sizes, (_, row) => row * 7919),
  columnTie: Uint32Array.from(most, (_, column) => column * 104_729),
});

const answer = (given: Plain, row: number, column: number): WhyNot => {
  const core = coreOf(given);
  return whyNot(core, solved(core), row, column);
};

describe('whyNot', () => {
  it('tells exactly what the best assignment with the pair costs, beside solving with it pinned', () => {
    const seen = new Set<string>();
    for (let number = 0; number < 120; number += 1) {
      const core = instanceOf(variedInstance(number, [10, 9, 3]));
      const best = solve(core);
      if (isShortage(best)) continue;
      for (let at = number % 3; at < core.fit.length; at += 3) {
        const [row, column] = [Math.floor(at / core.columns), at % core.columns];
        const { kind, cost } = whyNot(core, best, row, column);
        seen.add(kind);
        if (kind === 'chosen' || kind === 'forbidden') continue;
        const pinned = solve({ ...core, pins: [...core.pins, [row, column]] });
        expect(kind === 'impossible').toBe(isShortage(pinned));
        if (!isShortage(pinned)) expect(cost).toBe(best.total - pinned.total);
      }
    }
    expect([...seen].toSorted()).toEqual(['better', 'chosen', 'draw', 'forbidden', 'full', 'impossible', 'loads']);
  });

  it('says that a pair is chosen, forbidden or decided by the draw', () => {
    const given = {
      ...plain,
      fit: [
        [500, 500],
        [-1, 500],
      ],
    };
    expect(answer(given, 0, 0)).toEqual({ kind: 'chosen', cost: 0, handovers: [] });
    expect(answer(given, 1, 0)).toEqual({ kind: 'forbidden', cost: 0, handovers: [] });
    const equal = {
      ...plain,
      fit: [
        [500, 500],
        [500, 500],
      ],
    };
    expect(['chosen', 'draw']).toContain(answer(equal, 0, 0).kind);
    expect(answer(equal, 0, 0).kind).not.toBe(answer(equal, 0, 1).kind);
  });

  it('says whose load is full, and what would have to change', () => {
    const fit = [
      [700, 600],
      [900, 100],
    ];
    expect(answer({ ...plain, fit }, 0, 0)).toEqual({
      kind: 'full',
      cost: 700,
      handovers: [
        { row: 0, from: 1, to: 0 },
        { row: 1, from: 0, to: 1 },
      ],
    });
  });

  it('says that the seats are needed for another’s least load', () => {
    const given = { fit: [[700, 600]], sizes: [1], least: [0, 1], most: [1, 1], pins: [] };
    expect(answer(given, 0, 0).kind).toBe('impossible');
    const two = {
      fit: [
        [700, 600],
        [700, 500],
      ],
      sizes: [1, 1],
      least: [0, 1],
      most: [2, 2],
      pins: [],
    };
    expect(answer(two, 0, 0)).toMatchObject({ kind: 'loads', cost: 100 });
  });

  it('says that fairness decided where the factor of a row did', () => {
    const core: Core = {
      ...coreOf({
        ...plain,
        fit: [
          [700, 100],
          [300, 100],
        ],
      }),
      factors: Int32Array.from([1, 9]),
    };
    expect(whyNot(core, solved(core), 0, 0)).toMatchObject({ kind: 'fairness', cost: -400 });
  });

  it('refuses a pair from outside of the matrix', () => {
    const core = coreOf({
      ...plain,
      fit: [
        [1, 1],
        [1, 1],
      ],
    });
    expect(() => whyNot(core, solved(core), 2, 0)).toThrow(RangeError);
    expect(() => whyNot(core, solved(core), 0, -1)).toThrow(RangeError);
  });

  it('has a sentence in both languages for each answer', () => {
    const full = answer(
      {
        ...plain,
        fit: [
          [700, 600],
          [900, 100],
        ],
      },
      0,
      0,
    );
    expect(whyNotWords(full, '红光社区', '李专家')).toEqual({
      zh: '李专家的工作量已满，且其评审的其他申报更需要；若指定，总匹配度减少 700，并调整另外 1 个申报的评审组。',
      en: '李专家 has a full load of applications that need this reviewer more; with the pair the total fit falls by 700 and 1 other panels change.',
    });
    for (const kind of ['chosen', 'forbidden', 'impossible', 'draw', 'better', 'loads', 'fairness'] as const) {
      const { zh, en } = whyNotWords({ ...full, kind }, '红光社区', '李专家');
      expect(zh).toMatch(/李专家.*。$|^红光社区.*。$/);
      expect(en).toMatch(/\.$/);
    }
  });
});
