import { z } from 'zod';
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
export const closedObjectionStatuses = [
  'inadmissible',
  'answered',
  'archived',
] as const satisfies readonly ObjectionStatus[];

export const ObjectionTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entry'), applicationId: z.string() }),
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
    sealFileId: z.string().optional(),
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

export const Objection = z.object({
  objectionId: z.string(),
  publicityId: z.string(),
  cycleId: z.string(),
  target: ObjectionTarget,
  grounds: z.string(),
  channel: z.enum(['online', 'letter']),
  postmarkedOn: z.string().optional(),
  receivedAt: z.string(),
  status: z.enum(objectionStatuses),
  /** What the rules of admissibility say of it: anonymous, late, contactless, unsealed. */
  defects: z.array(z.enum(['anonymous', 'late', 'contactless', 'unsealed'])),
  admitBy: z.string(),
  investigateBy: z.string().optional(),
  answerBy: z.string().optional(),
  reason: z.string().optional(),
  finding: z.string().optional(),
  answer: z.string().optional(),
  /** Withdrawal is noted; it does not end an open case. */
  withdrawnAt: z.string().optional(),
});
export type Objection = z.infer<typeof Objection>;
