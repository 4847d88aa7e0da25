import { z } from 'zod';
import type { TransitionTable } from './transitions.ts';

export const assignmentStatuses = [
  'pending',
  'accepted',
  'scoring',
  'submitted',
  'unlocked',
  'recused',
  'reassigned',
] as const;
export type AssignmentStatus = (typeof assignmentStatuses)[number];

/** domain.md §3, assignment. A sheet counts only while its assignment is `submitted`. */
export const assignmentTransitions = {
  accept: { from: ['pending'], to: 'accepted' },
  recuse: { from: ['pending', 'accepted', 'scoring'], to: 'recused' },
  save: { from: ['accepted', 'scoring'], to: 'scoring' },
  saveUnlocked: { from: ['unlocked'], to: 'unlocked' },
  submit: { from: ['accepted', 'scoring', 'unlocked'], to: 'submitted' },
  unlock: { from: ['submitted'], to: 'unlocked' },
  reassign: { from: ['pending', 'accepted', 'scoring', 'unlocked'], to: 'reassigned' },
} as const satisfies TransitionTable<AssignmentStatus>;

export const recusalReasons = [
  'same-organization',
  'family',
  'former-employment',
  'advised-applicant',
  'other',
] as const;

export const Assignment = z.object({
  assignmentId: z.string(),
  cycleId: z.string(),
  applicationId: z.string(),
  categoryId: z.string(),
  organizationName: z.string(),
  reviewerId: z.string(),
  reviewerName: z.string(),
  status: z.enum(assignmentStatuses),
  dueAt: z.string(),
  assignedAt: z.string(),
  /** How often the sheet was submitted; each submission is kept. */
  submissions: z.int(),
  submittedAt: z.string().optional(),
  reason: z.string().optional(),
  /** The assignment that this one replaces. */
  replaces: z.string().optional(),
});
export type Assignment = z.infer<typeof Assignment>;

/** A reviewer's marks (in hundredths) and comments by observation point. */
export const Sheet = z.object({
  assignmentId: z.string(),
  applicationId: z.string(),
  reviewerId: z.string(),
  marks: z.record(z.string(), z.object({ score: z.int().min(0).optional(), comment: z.string() })),
  overall: z.string(),
});
export type Sheet = z.infer<typeof Sheet>;

/** The panel of an application: how many valid sheets are in, of how many wanted. */
export const Panel = z.object({
  applicationId: z.string(),
  cycleId: z.string(),
  size: z.int(),
  submitted: z.int(),
});
export type Panel = z.infer<typeof Panel>;

/** A reviewer in the pool of the office. */
export const Reviewer = z.object({
  reviewerId: z.string(),
  name: z.string(),
  organizationName: z.string(),
  organizationCode: z.string().optional(),
  categoryIds: z.array(z.string()),
  areaIds: z.array(z.string()),
  maximumLoad: z.int().min(0).max(1000),
  available: z.boolean(),
});
export type Reviewer = z.infer<typeof Reviewer>;

/** Site visit or satisfaction: transcribed by the office from a named reviewer's signed sheet, confirmed by that reviewer. */
export const Component = z.object({
  applicationId: z.string(),
  component: z.enum(['site', 'satisfaction']),
  /** Hundredths, 0 … 10000. */
  score: z.int().min(0).max(10_000),
  /** The reviewer whose sheet it is; satisfaction surveys name their source instead. */
  reviewerId: z.string().optional(),
  source: z.string(),
  fileId: z.string().optional(),
  enteredBy: z.string(),
  enteredAt: z.string(),
  confirmedAt: z.string().optional(),
});
export type Component = z.infer<typeof Component>;

/** 加分 or 扣分, each with reason and source. */
export const Adjustment = z.object({
  adjustmentId: z.string(),
  applicationId: z.string(),
  kind: z.enum(['bonus', 'deduction']),
  points: z.int().min(1).max(10_000),
  reason: z.string(),
  source: z.string(),
  enteredBy: z.string(),
  at: z.string(),
});
export type Adjustment = z.infer<typeof Adjustment>;

export const vetoGrounds = ['credit-record', 'safety-accident', 'discipline-case', 'fabrication'] as const;

/** 一票否决, with source, evidence, date and the person who entered it. */
export const Veto = z.object({
  vetoId: z.string(),
  applicationId: z.string(),
  ground: z.enum(vetoGrounds),
  source: z.string(),
  evidence: z.string(),
  occurredOn: z.string(),
  enteredBy: z.string(),
  at: z.string(),
});
export type Veto = z.infer<typeof Veto>;
