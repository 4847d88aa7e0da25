import { markOf, selfMarkOf } from '#examples/xicheng-2011/index';
import { decimal, isSame } from '#local/dossier/fraction';
import { type Case, pointsOf } from './case.ts';
import { milestonesOf } from './courses.ts';
import { type Problem, problem, type Rule, when } from './problem.ts';
import type { Marks } from './record.ts';

type Sheet = {
  readonly rule: Rule;
  readonly subject: string;
  readonly marks: Marks;
  readonly expected: (pointId: string, fullMarks: number) => string;
};

const isMark = (text: string | undefined, expected: string): boolean =>
  text !== undefined && /^\d+(\.\d{1,2})?$/.test(text) && isSame(decimal(text), decimal(expected));

/** Each point of the standard is marked as the plan has it, and nothing else is. */
function checkSheet({ standard }: Case, { rule, subject, marks, expected }: Sheet): Problem[] {
  const points = pointsOf(standard);
  const foreign = Object.keys(marks).filter((pointId) => !points.some((point) => point.pointId === pointId));
  return [
    ...foreign.map((pointId) => problem(rule, subject, `${pointId} is no point of ${standard.standardId}`)),
    ...points.flatMap(({ pointId, fullMarks }) => {
      const mark = expected(pointId, fullMarks);
      return when(!isMark(marks[pointId], mark), rule, subject, `${pointId}: ${marks[pointId]}, not ${mark}`);
    }),
  ];
}

export function checkSelfMarks(seed: string, each: Case): Problem[] {
  const { unit, application } = each;
  if (!milestonesOf(unit).assessed) return [];
  return checkSheet(each, {
    rule: 'self-mark',
    subject: unit.unitKey,
    marks: application.selfMarks ?? {},
    expected: (pointId, fullMarks) => selfMarkOf(seed, unit.unitKey, pointId, fullMarks),
  });
}

/** The marks of every sheet that counts. */
export const checkMarks = (seed: string, each: Case): Problem[] =>
  each.panel.flatMap(({ assignment: { sheet, reviewerId }, reviewer }) => {
    if (!sheet) return [];
    if (!reviewer) return [problem('sheet', each.unit.unitKey, `${reviewerId} is no reviewer of the season`)];
    return checkSheet(each, {
      rule: 'mark',
      subject: `${each.unit.unitKey} × ${reviewer.key}`,
      marks: sheet,
      expected: (pointId, fullMarks) => markOf(seed, each.unit.unitKey, reviewer.key, pointId, fullMarks),
    });
  });
