import { describe, expect, it } from 'vitest';
import { blanksOf, readMarks, scoresOf } from '#domain/sheets';
import { soundStandard } from '../support/sound-standard.ts';

describe('a sheet’s marks', () => {
  it('are read exactly, and a point without a score stays blank', () => {
    const marks = readMarks(soundStandard, {
      '1.1.1': { score: 7.1, comment: '好' },
      '1.1.2': { score: '0', comment: '' },
      '1.2.1': { comment: '待看现场' },
    });
    expect(scoresOf(marks)).toEqual({ '1.1.1': 710, '1.1.2': 0 });
    expect(blanksOf(soundStandard, marks).map((blank) => [blank.path, blank.code])).toEqual([
      ['marks.1.2.1.score', 'Blank'],
      ['marks.2.1.1.score', 'Blank'],
    ]);
  });

  it.each([
    ['1.1.1', '30.01', 'AboveMaximum'],
    ['1.1.1', '29.995', 'TooManyDecimals'],
    ['1.1.1', '3e1', 'NotANumber'],
    ['1.1.1', '', 'Blank'],
    ['1.1.1', -0.01, 'BelowMinimum'],
    ['1.1', 1, 'UnknownPoint'],
    ['constructor', 1, 'UnknownPoint'],
  ])('refuse %s = %j with %s', (pointId, score, code) => {
    expect(() => readMarks(soundStandard, { [pointId]: { score, comment: '' } })).toThrowError(
      expect.objectContaining({
        code: 'InvalidInput',
        fields: [expect.objectContaining({ path: `marks.${pointId}.score`, code })],
      }),
    );
  });
});
