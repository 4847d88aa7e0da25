import { AwardError, type FieldProblem } from './errors.ts';
import { readLeafMark, type TypedMark } from './leaf-marks.ts';
import type { Sheet } from './reviews.ts';
import { leavesOf, type MarksByPoint, type ObservationPoint, type Standard } from './standards.ts';

/** A mark as it was typed, with its comment; without a score the point is still blank. */
export type GivenMark = TypedMark & { readonly comment: string };

const pathOf = (pointId: string): string => `marks.${pointId}.score`;

const unknownPoint = (pointId: string): FieldProblem => ({
  path: pathOf(pointId),
  code: 'UnknownPoint',
  zh: `本标准没有观测点「${pointId}」。`,
  en: `The standard has no observation point ${pointId}.`,
});

function readMark(point: ObservationPoint, given: GivenMark): Sheet['marks'][string] | readonly FieldProblem[] {
  try {
    return { comment: given.comment, ...readLeafMark(point, given, `marks.${point.pointId}`) };
  } catch (error) {
    if (error instanceof AwardError) return error.fields;
    throw error;
  }
}

/**
 * The marks of a sheet in hundredths, each by its point's rule, beside what it was reached from.
 * @throws AwardError `InvalidInput` with every wrong one below `marks.<pointId>`.
 */
export function readMarks(standard: Standard, given: Readonly<Record<string, GivenMark>>): Sheet['marks'] {
  const points = new Map(leavesOf(standard).map((point) => [point.pointId, point]));
  const problems: FieldProblem[] = [];
  const marks: Sheet['marks'] = {};
  for (const [pointId, mark] of Object.entries(given)) {
    const point = points.get(pointId);
    const read = point ? readMark(point, mark) : [unknownPoint(pointId)];
    if ('comment' in read) marks[pointId] = read;
    else problems.push(...read);
  }
  if (problems.length > 0) throw new AwardError('InvalidInput', { fields: problems });
  return marks;
}

/** Every point without a mark: a blank is not a 0 and blocks the submission (domain.md §4). */
export const blanksOf = (standard: Standard, marks: Sheet['marks']): FieldProblem[] =>
  leavesOf(standard)
    .filter((point) => marks[point.pointId]?.score === undefined)
    .map((point) => ({
      path: pathOf(point.pointId),
      code: 'Blank',
      zh: `「${point.name}」尚未评分。空白不等于 0 分，请填写。`,
      en: `"${point.name}" has no mark yet. A blank is not a 0: enter a mark.`,
    }));

/** The marks alone, for the arithmetic. */
export const scoresOf = (marks: Sheet['marks']): MarksByPoint =>
  Object.fromEntries(
    Object.entries(marks).flatMap(([pointId, { score }]) => (score === undefined ? [] : [[pointId, score]])),
  );
