import type { Cycle } from './cycles.ts';
import { addNaturalDays, dateInShanghai } from './dates.ts';
import type { FieldProblem } from './errors.ts';
import type { Refusal } from './fields.ts';
import type { Invitation } from './invitations.ts';
import { normalizeName } from './names.ts';
import type { Reviewer } from './reviews.ts';

type Identity = Pick<Reviewer, 'reviewerId' | 'name' | 'organizationName' | 'organizationCode'>;

/** One unit has one key, however its name is spelt: its credit code where it has one. */
export const employerKey = ({ organizationCode, organizationName }: Omit<Identity, 'reviewerId' | 'name'>): string =>
  organizationCode ?? normalizeName(organizationName);

const sameUnitName = (left: Identity, right: Identity): boolean =>
  normalizeName(left.organizationName) === normalizeName(right.organizationName);

const sameCode = (left: Identity, right: Identity): boolean =>
  left.organizationCode !== undefined && left.organizationCode === right.organizationCode;

const duplicate = ({ name, organizationName }: Identity): FieldProblem => ({
  path: 'name',
  code: 'DuplicateExpert',
  zh: `专家库中已有「${organizationName}」的「${name}」，同一人不能重复入库；如确为同名的两人，请在姓名后注明以示区别。`,
  en: `The pool already holds ${name} of ${organizationName}. Nobody is in it twice; if these are two people, tell them apart in the name.`,
});

const codeOfAnother = ({ organizationName, organizationCode = '' }: Identity): FieldProblem => ({
  path: 'organizationCode',
  code: 'CodeOfAnotherUnit',
  zh: `统一社会信用代码 ${organizationCode} 在专家库中属于「${organizationName}」。请核对代码，或将单位名称写成一致。`,
  en: `In the pool the credit code ${organizationCode} belongs to ${organizationName}. Check the code, or write the unit's name alike.`,
});

/** The days of availability in their order. */
export const checkAvailability = ({
  availableFrom,
  availableUntil,
}: Pick<Reviewer, 'availableFrom' | 'availableUntil'>): FieldProblem[] =>
  availableFrom === undefined || availableUntil === undefined || availableFrom <= availableUntil
    ? []
    : [
        {
          path: 'availableUntil',
          code: 'OutOfOrder',
          zh: `最后一天不能早于第一天（${availableFrom}）。`,
          en: `The last day cannot be before the first (${availableFrom}).`,
        },
      ];

/**
 * What speaks against an entry beside the others of the pool: the same person twice (a name is the same in whatever
 * width or brackets), or a credit code under which another unit's name stands. Colleagues share a code and are fine.
 */
export function checkExpert(
  entry: Identity & Pick<Reviewer, 'availableFrom' | 'availableUntil'>,
  pool: readonly Identity[],
): FieldProblem[] {
  const others = pool.filter(({ reviewerId }) => reviewerId !== entry.reviewerId);
  const twin = others.find(
    (other) =>
      normalizeName(other.name) === normalizeName(entry.name) && (sameCode(other, entry) || sameUnitName(other, entry)),
  );
  const holder = others.find((other) => sameCode(other, entry) && !sameUnitName(other, entry));
  return [...checkAvailability(entry), ...(twin ? [duplicate(twin)] : []), ...(holder ? [codeOfAnother(holder)] : [])];
}

const unavailable: Refusal = {
  code: 'Unavailable',
  zh: '专家已声明暂不参加评审。',
  en: 'The expert is not available.',
};
const away = (from: string, until: string): Refusal => ({
  code: 'Away',
  zh: `专家在 ${from} 至 ${until}（评审截止前的最后一个期限）不能参加评审。`,
  en: `The expert cannot review from ${from} to ${until}, the last term of the round.`,
});
const notInvited: Refusal = {
  code: 'NotInvited',
  zh: '本批次只从接受邀请的专家中抽取，该专家尚未受邀。',
  en: 'Only experts who accepted an invitation are drawn, and this one was not invited.',
};
const notAnswered: Refusal = {
  code: 'NotAnswered',
  zh: '专家尚未答复邀请。',
  en: 'The expert has not answered the invitation yet.',
};
const declined: Refusal = { code: 'Declined', zh: '专家已谢绝邀请。', en: 'The expert declined the invitation.' };
const withdrawn: Refusal = { code: 'Withdrawn', zh: '邀请已撤回。', en: 'The invitation was withdrawn.' };
const noLoad: Refusal = { code: 'NoLoad', zh: '工作量上限为 0。', en: 'The load limit is 0.' };
const otherCategories: Refusal = {
  code: 'OtherCategories',
  zh: '该专家不评审此类别。',
  en: 'The expert does not review this category.',
};

type Period = Pick<Cycle, 'windows' | 'correctionDays'>;

/**
 * Whether somebody can review to the end of the round: they must be free for its last `correctionDays` days, the term
 * that also a latecomer is given.
 */
function absence({ availableFrom, availableUntil }: Reviewer, { windows, correctionDays }: Period): Refusal[] {
  const until = dateInShanghai(windows.reviewBy);
  const from = addNaturalDays(until, -correctionDays);
  const isFree = (availableFrom ?? from) <= from && (availableUntil ?? until) >= until;
  return isFree ? [] : [away(from, until)];
}

function answered(invitation: Pick<Invitation, 'status'> | undefined, invitedOnly: boolean): Refusal[] {
  switch (invitation?.status) {
    case 'accepted':
      return [];
    case 'declined':
      return [declined];
    case 'withdrawn':
      return invitedOnly ? [withdrawn] : [];
    case 'invited':
      return invitedOnly ? [notAnswered] : [];
    case undefined:
      return invitedOnly ? [notInvited] : [];
  }
}

/** The most that somebody takes in a cycle: the office's limit, or the expert's own where that is lower. */
export const loadLimit = (
  reviewer: Pick<Reviewer, 'maximumLoad'>,
  invitation?: Pick<Invitation, 'maximumLoad'>,
): number => Math.min(reviewer.maximumLoad, invitation?.maximumLoad ?? reviewer.maximumLoad);

/** Why nobody may draw this expert in this cycle at all; empty when they may. */
export const barsFromCycle = (
  reviewer: Reviewer,
  invitation: Pick<Invitation, 'status' | 'maximumLoad'> | undefined,
  cycle: Period & Pick<Cycle, 'invitedOnly'>,
): Refusal[] => [
  ...(reviewer.available ? [] : [unavailable]),
  ...absence(reviewer, cycle),
  ...answered(invitation, cycle.invitedOnly === true),
  ...(loadLimit(reviewer, invitation) === 0 ? [noLoad] : []),
];

/** Whether an expert reviews a category; one whose entry names none reviews all. */
export const coversCategory = ({ categoryIds }: Pick<Reviewer, 'categoryIds'>, categoryId: string): boolean =>
  categoryIds.length === 0 || categoryIds.includes(categoryId);

/** Why an expert who may be drawn in the cycle is not drawn for one of its categories. */
export const barsFromCategory = (reviewer: Pick<Reviewer, 'categoryIds'>, categoryId: string): Refusal[] =>
  coversCategory(reviewer, categoryId) ? [] : [otherCategories];
