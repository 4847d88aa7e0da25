import * as z from 'zod';
import { AwardError, type FieldProblem } from './errors.ts';
import { ratio } from './exact.ts';
import { type Hundredths, rationalToMark } from './marks.ts';
import { wholeMarks } from './standard-check.ts';
import type { TransitionTable } from './transitions.ts';

export { checkStandard } from './standard-check.ts';
export { checkDepth } from './standard-tree.ts';

/** The label of every standard that ships with the system. */
export const exampleLabel = '示例标准，由各地修订';

/** How many of each a standard holds at most. */
export const standardLimits = { indicators: 20, parts: 20, points: 50, levels: 10, items: 30 } as const;

const marks = z.int().min(0).max(wholeMarks).describe('hundredths');
const name = z.string().max(100);

const Level = z.strictObject({ label: name, marks, descriptor: z.string().max(500).optional() });

/**
 * How a mark comes about.
 * - `levels` (量表): bands, best first; `marks` is the most that a band gives, the next band's marks where it ends,
 *   so that 10, 8.5, 7 make (8.5, 10], (7, 8.5] and [0, 7]. `descriptor` says by what a band is known.
 * - `deduction` (扣分): full marks less each item found.
 * - `ratio` (比例): full marks from `fullAtPercent` on, proportionally less below.
 * - `yes-no` (是否): full marks or none.
 */
const MarkingRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('levels'), levels: z.array(Level).max(standardLimits.levels) }),
  z.strictObject({
    kind: z.literal('deduction'),
    items: z.array(z.strictObject({ label: name, marks })).max(standardLimits.items),
  }),
  z.strictObject({ kind: z.literal('ratio'), fullAtPercent: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('yes-no') }),
]);

/** 观测点: the leaf on which a mark is given. `method`: 查阅, 实地, 访谈, 问卷. */
export const ObservationPoint = z.strictObject({
  pointId: z.string().max(20),
  name,
  description: z.string().max(1000),
  fullMarks: marks,
  method: z.enum(['documents', 'site', 'interview', 'questionnaire']),
  rule: MarkingRule,
  evidenceRequired: z.boolean(),
  veto: z.boolean(),
});

/** 二级指标. Where a source knows none, one with the name of its first level holds the points. */
const SecondLevelIndicator = z.strictObject({
  indicatorId: z.string().max(20),
  name,
  fullMarks: marks,
  children: z.array(ObservationPoint).max(standardLimits.points),
});

/** 一级指标. */
const FirstLevelIndicator = z.strictObject({
  indicatorId: z.string().max(20),
  name,
  fullMarks: marks,
  children: z.array(SecondLevelIndicator).max(standardLimits.parts),
});

/**
 * 评估标准, an indicator tree of exactly three levels. The schema says only what a draft must be to be kept;
 * what it must be to be published says `checkStandard`. All marks are integers of hundredths (domain.md §4).
 */
export const Standard = z.strictObject({
  standardId: z.string().min(1).max(64),
  categoryId: z.string().min(1).max(64),
  name,
  version: z.int().min(1),
  status: z.enum(['draft', 'published', 'retired']),
  label: name,
  source: z.string().max(300).optional(),
  note: z.string().max(1000).optional(),
  fullMarks: marks,
  indicators: z.array(FirstLevelIndicator).max(standardLimits.indicators),
});

/** What a standard says, apart from which one it is: what is edited, exported and imported. */
export const StandardContent = Standard.pick({
  name: true,
  label: true,
  source: true,
  note: true,
  fullMarks: true,
  indicators: true,
});

export type Standard = z.infer<typeof Standard>;
export type StandardContent = z.infer<typeof StandardContent>;
export type ObservationPoint = z.infer<typeof ObservationPoint>;
export type MarkingRule = z.infer<typeof MarkingRule>;

/** What is published is used by cycles, so it never changes again: a change is a new version. */
export const standardTransitions = {
  publish: { from: ['draft'], to: 'published' },
  retire: { from: ['published'], to: 'retired' },
} as const satisfies TransitionTable<Standard['status']>;

/** Marks in hundredths by `pointId`; a point that is not in it is blank. */
export type MarksByPoint = Readonly<Record<string, Hundredths>>;

/** All observation points, in the order of the standard. */
export const leavesOf = (standard: Standard): ObservationPoint[] =>
  standard.indicators.flatMap((first) => first.children.flatMap((second) => second.children));

/** The observation point of that id, or undefined. */
export const pointOf = (standard: Standard, pointId: string): ObservationPoint | undefined =>
  leavesOf(standard).find((point) => point.pointId === pointId);

/**
 * The sums of the marks per first-level indicator, in hundredths and in the order of the standard.
 * @throws AwardError Incomplete, naming every blank point: a blank is not a 0 (domain.md §4).
 */
export function firstLevelTotals(
  standard: Standard,
  marksByPoint: MarksByPoint,
): { indicatorId: string; name: string; marks: Hundredths }[] {
  const blanks = leavesOf(standard).filter((point) => !Object.hasOwn(marksByPoint, point.pointId));
  if (blanks.length > 0) throw new AwardError('Incomplete', { fields: blanks.map(blankPoint) });
  return standard.indicators.map(({ indicatorId, name, children }) => ({
    indicatorId,
    name,
    marks: sumOf(children.flatMap((second) => second.children.map((point) => marksByPoint[point.pointId] ?? 0))),
  }));
}

/**
 * A sheet's total in hundredths: the sum of all its leaves.
 * @throws AwardError Incomplete when a point is blank.
 */
export const sheetTotal = (standard: Standard, marksByPoint: MarksByPoint): Hundredths =>
  sumOf(firstLevelTotals(standard, marksByPoint).map((total) => total.marks));

/**
 * The mark of a ratio point, rounded half up to 2 decimals when it is entered (domain.md §4).
 * @param part, whole counted units, 0 ≤ part, 0 < whole, e.g. 412 trained of 800 staff.
 * @throws RangeError when `whole` is 0 or a count is not an integer.
 */
export function ratioMark(fullMarks: Hundredths, fullAtPercent: number, part: number, whole: number): Hundredths {
  const points = ratio(BigInt(fullMarks) * BigInt(part), BigInt(whole) * BigInt(fullAtPercent));
  return Math.min(fullMarks, rationalToMark(points));
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

const blankPoint = (point: ObservationPoint): FieldProblem => ({
  path: `marks.${point.pointId}`,
  code: 'Blank',
  zh: `「${point.pointId} ${point.name}」尚未评分。空白不等于 0 分，请填写。`,
  en: `Point ${point.pointId} has no mark yet. A blank is not a 0: enter a mark.`,
});
