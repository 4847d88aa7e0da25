import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AwardError } from '#domain/errors';
import { readLeafMark, type TypedMark } from '#domain/leaf-marks';
import type { MarkingRule, ObservationPoint } from '#domain/standards';

const pointBy = (rule: MarkingRule, fullMarks = 1_000): ObservationPoint => ({
  pointId: '1.1.1',
  name: '观测点',
  description: '说明',
  fullMarks,
  method: 'documents',
  rule,
  evidenceRequired: false,
  veto: false,
});
const level = (label: string, marks: number) => ({ label, marks, descriptor: label });

const levels = pointBy({ kind: 'levels', levels: [level('优', 1_000), level('良', 850), level('差', 500)] });
const deduction = pointBy({
  kind: 'deduction',
  items: [
    { label: '缺制度', marks: 300 },
    { label: '缺记录', marks: 125 },
  ],
});
const ratio = pointBy({ kind: 'ratio', fullAtPercent: 50 }, 800);
const yesNo = pointBy({ kind: 'yes-no' }, 600);

const read = (point: ObservationPoint, typed: TypedMark) => readLeafMark(point, typed, 'marks.1.1.1');

/** `path code`, or the mark as it was read. */
const outcome = (point: ObservationPoint, typed: TypedMark): unknown => {
  try {
    return read(point, typed).score;
  } catch (error) {
    if (!(error instanceof AwardError)) throw error;
    return error.fields.map(({ path, code }) => `${path} ${code}`).join();
  }
};

describe('a mark by its rule', () => {
  it.each([levels, deduction, ratio])('is a plain one from 0 to the full marks ($rule.kind)', (point) => {
    expect(outcome(point, { score: '0' })).toBe(0);
    expect(outcome(point, { score: point.fullMarks / 100 })).toBe(point.fullMarks);
    expect(outcome(point, { score: '7.25' })).toBe(725);
    expect(outcome(point, {})).toBeUndefined();
    expect(outcome(point, { score: '10.01' })).toBe('marks.1.1.1.score AboveMaximum');
    expect(outcome(point, { score: '7.125' })).toBe('marks.1.1.1.score TooManyDecimals');
    expect(outcome(point, { score: '-1' })).toBe('marks.1.1.1.score BelowMinimum');
  });

  it.each(['1e400', 'NaN', '７', '七', '0x5', Number.NaN, Number.POSITIVE_INFINITY, '1e0'])('is not %s', (score) => {
    for (const point of [levels, deduction, ratio, yesNo]) {
      expect(outcome(point, { score })).toBe('marks.1.1.1.score NotANumber');
    }
  });

  it('keeps what it was reached from, and only that', () => {
    const found = [{ item: 0, count: 2 }];
    expect(read(deduction, { given: { found } })).toEqual({ score: 400, given: { found } });
    expect(read(ratio, { given: { part: 1, whole: 4 } })).toEqual({ score: 400, given: { part: 1, whole: 4 } });
    expect(read(levels, { given: { level: 1 } })).toEqual({ given: { level: 1 } });
    expect(read(levels, { score: '9' })).toEqual({ score: 900 });
  });

  it('takes nothing that belongs to another rule', () => {
    expect(outcome(levels, { given: { part: 1 } })).toBe('marks.1.1.1.given.part NotByThisRule');
    expect(outcome(yesNo, { given: { level: 0 } })).toBe('marks.1.1.1.given.level NotByThisRule');
    expect(outcome(ratio, { given: { found: [] } })).toBe('marks.1.1.1.given.found NotByThisRule');
    expect(outcome(deduction, { given: { whole: 3, level: 0 } })).toBe(
      'marks.1.1.1.given.whole NotByThisRule,marks.1.1.1.given.level NotByThisRule',
    );
  });
});

describe('levels', () => {
  it.each([
    [0, '10', 1_000],
    [0, '8.51', 851],
    [0, '8.5', 'marks.1.1.1.score LevelBand'],
    [1, '8.5', 850],
    [1, '8.51', 'marks.1.1.1.score LevelBand'],
    [1, '5.01', 501],
    [1, '5', 'marks.1.1.1.score LevelBand'],
    [2, '5', 500],
    [2, '0', 0],
    [2, '5.01', 'marks.1.1.1.score LevelBand'],
    [3, '5', 'marks.1.1.1.given.level UnknownLevel'],
  ])('of which the %i. was chosen answer %s with %s', (chosen, score, expected) => {
    expect(outcome(levels, { score, given: { level: chosen } })).toBe(expected);
  });

  it('cover every mark exactly once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), (mark) => {
        const fits = [0, 1, 2].filter(
          (chosen) => outcome(levels, { score: mark / 100, given: { level: chosen } }) === mark,
        );
        expect(fits.length).toBe(1);
      }),
    );
  });

  it('tell the band in both languages', () => {
    expect(() => read(levels, { score: '9', given: { level: 1 } })).toThrow(
      expect.objectContaining({
        fields: [
          {
            path: 'marks.1.1.1.score',
            code: 'LevelBand',
            zh: '所选等级「良」的得分应为高于 5.00、不超过 8.50，请改得分或改选等级。',
            en: 'A mark of the chosen level "良" is above 5.00, at most 8.50. Change the mark or the level.',
          },
        ],
      }),
    );
  });
});

describe('a deduction', () => {
  it('is exact, and never goes below 0', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (one, other) => {
        const found = [
          { item: 1, count: other },
          { item: 0, count: one },
        ];
        expect(outcome(deduction, { given: { found } })).toBe(Math.max(0, 1_000 - 300 * one - 125 * other));
      }),
    );
    expect(outcome(deduction, { given: { found: [] } })).toBe(1_000);
  });

  it('is not typed beside its list as another mark', () => {
    const found = [{ item: 0, count: 1 }];
    expect(outcome(deduction, { score: '7', given: { found } })).toBe(700);
    expect(outcome(deduction, { score: '7.01', given: { found } })).toBe('marks.1.1.1.score NotAsComputed');
  });

  it('names items of its rule, each once', () => {
    const found = [
      { item: 1, count: 1 },
      { item: 2, count: 1 },
      { item: 1, count: 3 },
    ];
    expect(outcome(deduction, { given: { found } })).toBe(
      'marks.1.1.1.given.found.1.item UnknownItem,marks.1.1.1.given.found.2.item Duplicate',
    );
  });
});

describe('a ratio', () => {
  it.each([
    [0, 800, 0],
    [412, 800, 800],
    [133, 800, 266], // 8 × 133 / (800 × 0.5) = 2.66
    [1, 3, 533], // 5.3333…
    [1, 6, 267], // 2.6666… is rounded half up
    [800, 800, 800],
  ])('of %i in %i makes %i hundredths of 8.00, full from 50 %% on', (part, whole, expected) => {
    expect(outcome(ratio, { given: { part, whole } })).toBe(expected);
  });

  it('needs both counts, the part no more than the whole', () => {
    expect(outcome(ratio, { given: { part: 1 } })).toBe('marks.1.1.1.given.whole Required');
    expect(outcome(ratio, { given: { whole: 1 } })).toBe('marks.1.1.1.given.part Required');
    expect(outcome(ratio, { given: { part: 9, whole: 8 } })).toBe('marks.1.1.1.given.part PartAboveWhole');
    expect(outcome(ratio, { score: '5.34', given: { part: 1, whole: 3 } })).toBe('marks.1.1.1.score NotAsComputed');
  });
});

describe('yes or no', () => {
  it.each([
    ['6', 600],
    [6, 600],
    ['0.00', 0],
    ['5.99', 'marks.1.1.1.score NotYesOrNo'],
    ['0.01', 'marks.1.1.1.score NotYesOrNo'],
    ['6.01', 'marks.1.1.1.score AboveMaximum'],
  ])('answers %s with %s', (score, expected) => {
    expect(outcome(yesNo, { score })).toBe(expected);
  });
});
