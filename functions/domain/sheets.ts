import { AwardError, type FieldProblem } from './errors.ts';
import { type Hundredths, parseMark } from './marks.ts';
import type { Sheet } from './reviews.ts';
import { leavesOf, type MarksByPoint, type Standard } from './standards.ts';

/** A mark as it was typed, with its comment; without a score the point is still blank. */
export type GivenMark = { readonly score?: string | number | undefined; readonly comment: string };

const pathOf = (pointId: string): string => `marks.${pointId}.score`;

const unknownPoint = (pointId: string): FieldProblem => ({
  path: pathOf(pointId),
  code: 'UnknownPoint',
  zh: `本标准没有观测点「${pointId}」。`,
  en: `The standard has no observation point ${pointId}.`,
});

function readScore(score: string | number, fullMarks: Hundredths, path: string): Hundredths | readonly FieldProblem[] {
  try {
    return parseMark(score, { min: 0, max: fullMarks }, path);
  } catch (error) {
    if (error instanceof AwardError) return error.fields;
    throw error;
  }
}

/**
 * The marks of a sheet in hundredths, each within 0 and its point's full marks.
 * @throws AwardError `InvalidInput` with every wrong one at `marks.<pointId>.score`.
 */
export function readMarks(standard: Standard, given: Readonly<Record<string, GivenMark>>): Sheet['marks'] {
  const fullMarks = new Map(leavesOf(standard).map((point) => [point.pointId, point.fullMarks]));
  const problems: FieldProblem[] = [];
  const marks: Sheet['marks'] = {};
  for (const [pointId, { score, comment }] of Object.entries(given)) {
    const full = fullMarks.get(pointId);
    if (full === undefined) {
      problems.push(unknownPoint(pointId));
      continue;
    }
    const read = score === undefined ? undefined : readScore(score, full, pathOf(pointId));
    if (typeof read === 'object') problems.push(...read);
    else marks[pointId] = { comment, ...(read !== undefined && { score: read }) };
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
