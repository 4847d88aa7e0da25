import { describe, expect, it } from 'vitest';
import { calibrationOf, ranksOf } from '#domain/analysis/calibration';

describe('what calibration would change', () => {
  it('ranks as competitions do, and not at all what has no score', () => {
    expect(ranksOf([90, 80, null, 90, 70])).toEqual([1, 3, null, 1, 4]);
  });

  it('counts who moves, how far, and who would enter or leave the first ones', () => {
    expect(calibrationOf([95, 90, 85, null, 80], [88, 89, 90, 99, 70], 1)).toEqual({
      compared: 4,
      moved: 2,
      furthest: 2,
      top: 1,
      entering: [2],
      leaving: [0],
    });
  });

  it('finds nothing where both agree', () => {
    expect(calibrationOf([3, 2, 1], [9, 8, 7], 2)).toMatchObject({ moved: 0, furthest: 0, entering: [], leaving: [] });
  });
});
