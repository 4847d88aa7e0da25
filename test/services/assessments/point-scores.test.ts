import { describe, expect, it } from 'vitest';
import { AwardError } from '#domain/errors';
import { parseFields } from '#domain/fields';
import { pointsOf } from '#services/assessments/point-scores';
import { soundStandard } from '../../support/sound-standard.ts';

const outcome = (pointId: string, score: unknown): unknown => {
  try {
    return parseFields(pointsOf(soundStandard), { [pointId]: { score } }, 'points')[pointId]?.score;
  } catch (error) {
    if (!(error instanceof AwardError)) throw error;
    return error.fields.map(({ path, code }) => `${path} ${code}`).join();
  }
};

describe('a self-score', () => {
  it.each([
    ['1.1.1', '7.25', 725],
    ['1.1.1', '', undefined],
    ['1.1.1', null, undefined],
    ['1.1.1', '30.01', 'points.1.1.1.score AboveMaximum'],
    ['1.1.1', '７', 'points.1.1.1.score NotANumber'],
    ['1.2.1', '30', 3_000],
    ['1.2.1', 0, 0],
    ['1.2.1', '29.99', 'points.1.2.1.score NotYesOrNo'],
  ])('at %s of %j is read as %j', (pointId, score, expected) => {
    expect(outcome(pointId, score)).toBe(expected);
  });
});
