import * as z from 'zod';
import type { IsoDate } from './dates.ts';
import type { TransitionTable } from './transitions.ts';

export const objectionStatuses = [
  'received',
  'admitted',
  'inadmissible',
  'investigating',
  'upheld',
  'partly-upheld',
  'dismissed',
  'answered',
  'archived',
] as const;
export type ObjectionStatus = (typeof objectionStatuses)[number];

export const objectionTransitions = {
  admit: { from: ['received'], to: 'admitted' },
  refuse: { from: ['received'], to: 'inadmissible' },
  investigate: { from: ['admitted'], to: 'investigating' },
  uphold: { from: ['investigating'], to: 'upheld' },
  upholdPartly: { from: ['investigating'], to: 'partly-upheld' },
  dismiss: { from: ['investigating'], to: 'dismissed' },
  answer: { from: ['upheld', 'partly-upheld', 'dismissed'], to: 'answered' },
  archive: { from: ['answered', 'inadmissible'], to: 'archived' },
} as const satisfies TransitionTable<ObjectionStatus>;

/** No award passes while an objection is in one of the other states. */
const closedStatuses: readonly ObjectionStatus[] = ['inadmissible', 'answered', 'archived'];

export const isOpenObjection = (objection: Pick<Objection, 'status'>): boolean =>
  !closedStatuses.includes(objection.status);

/** Working days for telling admissibility, for the investigation and for the answer. */
export const objectionDays = { admit: 2, investigate: 10, answer: 5 } as const;

export const ObjectionTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entry'), applicationId: z.string().max(100) }),
  z.strictObject({ kind: z.literal('omission'), name: z.string().trim().min(2).max(80) }),
  z.strictObject({ kind: z.literal('procedure') }),
]);
export type ObjectionTarget = z.infer<typeof ObjectionTarget>;

/** Who objects. Confidential: kept apart from the objection, for the office and the supervisor only. */
export const Objector = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('unit'),
    name: z.string().trim().max(80),
    contact: z.string().trim().max(100),
    sealFileId: z.string().max(100).optional(),
  }),
  z.strictObject({
    kind: z.literal('person'),
    name: z.string().trim().max(40),
    /** 所在单位; a citizen without one says 无. */
    unit: z.string().trim().max(80),
    phone: z.string().trim().max(30),
  }),
]);
export type Objector = z.infer<typeof Objector>;

export const objectionDefects = ['anonymous', 'unitless', 'contactless', 'unsealed', 'late'] as const;
export type ObjectionDefect = (typeof objectionDefects)[number];

/** What an upheld objection does to the list. `add` takes in a unit that was left out. */
export const ObjectionEffect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('remove'), substituteId: z.string().optional() }),
  z.strictObject({ kind: z.literal('amend'), organizationName: z.string().trim().min(2).max(80) }),
  z.strictObject({ kind: z.literal('add'), applicationId: z.string() }),
]);
export type ObjectionEffect = z.infer<typeof ObjectionEffect>;

export const objectionVerdicts = ['uphold', 'upholdPartly', 'dismiss'] as const;
export type ObjectionVerdict = (typeof objectionVerdicts)[number];

export const Objection = z.object({
  objectionId: z.string(),
  publicityId: z.string(),
  cycleId: z.string(),
  target: ObjectionTarget,
  grounds: z.string(),
  /** 依职权核查 begins with the office; `derivedFrom` names the inadmissible objection whose leads it checks. */
  channel: z.enum(['online', 'letter', 'ex-officio']),
  derivedFrom: z.string().optional(),
  postmarkedOn: z.string().optional(),
  receivedAt: z.string(),
  status: z.enum(objectionStatuses),
  defects: z.array(z.enum(objectionDefects)),
  admitBy: z.string(),
  investigateBy: z.string().optional(),
  answerBy: z.string().optional(),
  reason: z.string().optional(),
  /** What was determined; it stays when the case moves on. */
  verdict: z.enum(objectionVerdicts).optional(),
  finding: z.string().optional(),
  effect: ObjectionEffect.optional(),
  answer: z.string().optional(),
  /** Withdrawal is noted; it does not end an open case. */
  withdrawnAt: z.string().optional(),
});
export type Objection = z.infer<typeof Objection>;

type Filed = {
  readonly objector: Objector;
  /** Whether a unit's scan with its seal lies in the bucket, confirmed. */
  readonly sealed: boolean;
  /** A letter counts by its postmark; without a readable one it counts as late. */
  readonly letter?: { readonly postmarkedOn?: IsoDate | undefined };
  readonly lastDay: IsoDate;
};

const isNamed = (name: string): boolean => name !== '' && !/^匿名/.test(name);

/** A phone or mail address has at least five digits or letters; 无 and — are none. */
const isReachable = (contact: string): boolean => (contact.match(/[\p{L}\p{N}]/gu) ?? []).length >= 5;

/** What makes an objection inadmissible (公示异议的规定): unnamed, without unit, contact or seal, or posted too late. */
export function defectsOf({ objector, sealed, letter, lastDay }: Filed): ObjectionDefect[] {
  const isUnit = objector.kind === 'unit';
  const late = letter !== undefined && (letter.postmarkedOn === undefined || letter.postmarkedOn > lastDay);
  const found: Record<ObjectionDefect, boolean> = {
    anonymous: !isNamed(objector.name),
    unitless: !isUnit && objector.unit === '',
    contactless: !isReachable(isUnit ? objector.contact : objector.phone),
    unsealed: isUnit && !sealed,
    late,
  };
  return objectionDefects.filter((defect) => found[defect]);
}

const defectTexts: Readonly<Record<ObjectionDefect, string>> = {
  anonymous: '未署真实姓名或单位名称',
  unitless: '未写明所在单位（无单位的应注明“无”）',
  contactless: '未留联系方式',
  unsealed: '以单位名义提出而未加盖公章',
  late: '邮戳日期晚于公示期或无法辨认',
};

/** The reason as the objector reads it: 不予受理:未留联系方式。 */
export const inadmissibleReason = (defects: readonly ObjectionDefect[]): string =>
  `不予受理：${defects.map((defect) => defectTexts[defect]).join('；')}。`;

/** Which effects a verdict may have on a target: an upheld objection to an entry changes it, a dismissed one nothing. */
export function mayHaveEffect(target: ObjectionTarget, verdict: ObjectionVerdict, effect: ObjectionEffect): boolean {
  if (verdict === 'dismiss') return effect.kind === 'none';
  switch (target.kind) {
    case 'entry':
      return effect.kind === 'none' ? verdict === 'upholdPartly' : effect.kind !== 'add';
    case 'omission':
      return effect.kind === 'none' || effect.kind === 'add';
    case 'procedure':
      return effect.kind === 'none';
  }
}

/** A material change is published anew for a full period; the mere removal of an entry is none. */
export const isMaterialChange = (
  target: ObjectionTarget,
  verdict: ObjectionVerdict,
  effect: ObjectionEffect,
): boolean => {
  if (verdict === 'dismiss') return false;
  if (target.kind !== 'entry') return true;
  return effect.kind === 'amend' || (effect.kind === 'remove' && effect.substituteId !== undefined);
};
