import { reviewers } from './people.ts';
import { between, chance, decimalOf, pick } from './random.ts';
import { roleOf } from './roles.ts';
import type { CategoryId } from './types.ts';
import { units } from './units.ts';

/**
 * How good a unit is, in hundredths of a percent: 87.00 … 96.00, most about 92, so that most pass at 90 and about
 * one in seven does not.
 */
const abilityOf = (seed: string, unitKey: string): number =>
  8_700 + between(0, 450, seed, unitKey, 'ability') + between(0, 450, seed, unitKey, 'ability too');

/** Reviewers are mild or strict, and round to a hundredth, a twentieth, a tenth or a quarter of a mark. */
const severityOf = (seed: string, reviewerKey: string): number => between(-150, 150, seed, reviewerKey, 'severity');
const stepOf = (seed: string, reviewerKey: string): number => pick([1, 5, 10, 25], seed, reviewerKey, 'step');

/** `percent` in hundredths of a percent of the full marks, to the next multiple of `step`, within the full marks. */
function markAt(fullMarks: number, percent: number, step: number): number {
  const mark = Math.floor((fullMarks * Math.max(0, percent) + 5_000) / 10_000);
  return Math.min(fullMarks, Math.floor((mark + Math.floor(step / 2)) / step) * step);
}

type YesOrNo = { readonly pointId: string; readonly fullMarks: number; readonly balancedBy: string };

/**
 * The points of the standards that are yes or no, and the point of the same first level that makes up for it where a
 * sheet's total is fixed. Full marks in hundredths.
 */
const yesOrNo: Readonly<Partial<Record<CategoryId, YesOrNo>>> = {
  school: { pointId: '1.1.3', fullMarks: 600, balancedBy: '1.1.1' },
  society: { pointId: '1.1.1', fullMarks: 600, balancedBy: '1.1.2' },
};

const categories = new Map(units.map(({ unitKey, categoryId }) => [unitKey, categoryId]));

const yesOrNoOf = (unitKey: string): YesOrNo | undefined => yesOrNo[categories.get(unitKey) ?? 'party'];

/** Full marks or none; `percent` in hundredths of a percent, as all that a unit is worth. */
const allOrNothing = (fullMarks: number, percent: number): number => (percent >= 5_000 ? fullMarks : 0);

/** `documents` percent of the full marks; a yes is full marks, and what it gives too much is taken elsewhere. */
function fixedMark(unitKey: string, pointId: string, fullMarks: number, documents: number): number {
  const special = yesOrNoOf(unitKey);
  if (special?.pointId === pointId) return fullMarks;
  const surplus = special?.balancedBy === pointId ? (special.fullMarks / 100) * (100 - documents) : 0;
  return (fullMarks / 100) * documents - surplus;
}

/**
 * The mark that this reviewer gives this unit for this point, whoever else is assigned; pure.
 * @param fullMarks in hundredths.
 * @returns points as a decimal text with two decimals, '6.35'.
 */
export function markOf(seed: string, unitKey: string, reviewerKey: string, pointId: string, fullMarks: number): string {
  const fixed = roleOf(seed, unitKey)?.fixed;
  if (fixed) {
    const shift = fixed.shift?.find((each) => each.pointId === pointId)?.hundredths ?? 0;
    return decimalOf(fixedMark(unitKey, pointId, fullMarks, fixed.documents) + shift);
  }
  const noise = between(-500, 500, seed, unitKey, reviewerKey, pointId);
  const percent = abilityOf(seed, unitKey) + severityOf(seed, reviewerKey) + noise;
  if (yesOrNoOf(unitKey)?.pointId === pointId) return decimalOf(allOrNothing(fullMarks, percent));
  return decimalOf(markAt(fullMarks, percent, stepOf(seed, reviewerKey)));
}

/**
 * What the unit gives itself: as a rule two points in a hundred more than it is worth, one unit in twenty twelve more
 * (a gap above 10 points is flagged).
 */
export function selfMarkOf(seed: string, unitKey: string, pointId: string, fullMarks: number): string {
  const boast = chance(5, seed, unitKey, 'boast') ? 1_200 : 200;
  const noise = between(-200, 200, seed, unitKey, 'self', pointId);
  const percent = abilityOf(seed, unitKey) + boast + noise;
  if (yesOrNoOf(unitKey)?.pointId === pointId) return decimalOf(allOrNothing(fullMarks, percent));
  return decimalOf(markAt(fullMarks, percent, 5));
}

/** 实地 and 满意度 lie near the unit's ability; percent as a decimal text. */
export const siteScoreOf = (seed: string, unitKey: string): string =>
  decimalOf((roleOf(seed, unitKey)?.fixed?.site ?? 0) * 100 || near(seed, unitKey, 'site', 200));

export const satisfactionOf = (seed: string, unitKey: string): string =>
  decimalOf((roleOf(seed, unitKey)?.fixed?.satisfaction ?? 0) * 100 || near(seed, unitKey, 'satisfaction', 300));

const near = (seed: string, unitKey: string, what: string, width: number): number =>
  Math.min(10_000, abilityOf(seed, unitKey) + between(-width, width, seed, unitKey, what));

const recusalReasons = ['former-employment', 'advised-applicant', 'family'] as const;

/** Why a reviewer who is assigned this unit recuses; undefined when there is nothing in the way. */
export function recusalOf(
  seed: string,
  unitKey: string,
  reviewerKey: string,
): 'same-organization' | (typeof recusalReasons)[number] | undefined {
  if (reviewers.some((each) => each.key === reviewerKey && each.organizationUnitKey === unitKey)) {
    return 'same-organization';
  }
  if (!chance(1.5, seed, unitKey, reviewerKey, 'recusal')) return undefined;
  return pick(recusalReasons, seed, unitKey, reviewerKey, 'reason');
}

/** Whether a reviewer lets this sheet lie until the deadline has passed and it is reassigned. */
export const isOverdue = (seed: string, unitKey: string, reviewerKey: string): boolean =>
  recusalOf(seed, unitKey, reviewerKey) === undefined && chance(1, seed, unitKey, reviewerKey, 'overdue');

const remarks = [
  '材料完整，过程记录清楚，成效有据可查。',
  '组织保障到位，建议进一步突出特色。',
  '活动覆盖面较广，部分佐证材料可再精炼。',
  '制度健全，建议加强成果转化。',
  '学习氛围好，数据口径请在自评报告中统一。',
] as const;

/** The sentence with which a reviewer ends a sheet. */
export const remarkOf = (seed: string, unitKey: string, reviewerKey: string): string =>
  pick(remarks, seed, unitKey, reviewerKey, 'remark');
