import * as z from 'zod';
import type { Cycle } from './cycles.ts';
import { MarkBasis } from './leaf-marks.ts';
import { LimitedText } from './texts.ts';
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
  /** A further reviewer because the panel's totals lie too far apart; they are not told, so as to judge for themselves. */
  role: z.literal('arbiter').optional(),
});
export type Assignment = z.infer<typeof Assignment>;

/** A reviewer's marks (in hundredths) and comments by observation point. */
export const Sheet = z.object({
  assignmentId: z.string(),
  applicationId: z.string(),
  reviewerId: z.string(),
  marks: z.record(
    z.string(),
    z.object({ score: z.int().min(0).optional(), given: MarkBasis.optional(), comment: z.string() }),
  ),
  overall: z.string(),
});
export type Sheet = z.infer<typeof Sheet>;

/**
 * The panel of an application. Every change of it is conditional on its version, so that a count is never off and
 * nobody sits on it twice.
 */
export const Panel = z.object({
  applicationId: z.string(),
  cycleId: z.string(),
  /** How many valid sheets are wanted, and how many are in. */
  size: z.int(),
  submitted: z.int(),
  /** Seats that nobody holds since a recusal; 0 unless the office must find somebody. */
  vacant: z.int(),
  /** Reviewer ids: who sits on it now, and who left it and never comes back to this application. */
  members: z.array(z.string()),
  former: z.array(z.string()),
  /** Whether an arbiter's seat was added (once at most), and whether anybody was ever found for it. */
  arbiter: z.enum(['seated', 'vacant']).optional(),
});
export type Panel = z.infer<typeof Panel>;

/** 评审完成: every seat is held and every sheet is in. */
export const isComplete = (panel: Pick<Panel, 'size' | 'submitted' | 'vacant'>): boolean =>
  panel.vacant === 0 && panel.submitted === panel.size;

/**
 * A unit that a reviewer must not review: said by the reviewer (declared), or set by the office (keep-apart). It is
 * named by its id, by its credit code or by its name: experts cannot look units up, and some have not registered yet.
 */
export const DeclaredConflict = z.strictObject({
  organizationId: z.string().optional(),
  organizationName: z.string().optional(),
  creditCode: z.string().optional(),
  source: z.enum(['declared', 'keep-apart']),
  reason: LimitedText(500),
});
export type DeclaredConflict = z.infer<typeof DeclaredConflict>;

/** A unit as an expert's profile names it. */
const Employer = z.object({ name: z.string(), creditCode: z.string().optional() });

/** A reviewer in the pool of the office. */
export const Reviewer = z.object({
  reviewerId: z.string(),
  name: z.string(),
  organizationName: z.string(),
  organizationCode: z.string().optional(),
  /** Where they worked before; `until` is the last day there, absent when nobody knows it. */
  formerOrganizations: z.array(Employer.extend({ until: z.string().optional() })).optional(),
  /** The firm (第三方) for which they review. */
  thirdParty: Employer.optional(),
  /** Not of the district. */
  outside: z.boolean().optional(),
  /** The lead department that they work for. */
  recommender: z.string().optional(),
  categoryIds: z.array(z.string()),
  /** Where they work or live. */
  areaIds: z.array(z.string()),
  /** First- and second-level indicators that they know well, by name. */
  expertise: z.array(z.string()),
  /** The most applications in one cycle. */
  maximumLoad: z.int().min(0).max(1000),
  available: z.boolean(),
  /** The first and the last day on which they can review; open where absent. */
  availableFrom: z.string().optional(),
  availableUntil: z.string().optional(),
  conflicts: z.array(DeclaredConflict),
});
export type Reviewer = z.infer<typeof Reviewer>;

/** How many applications a reviewer holds in a cycle. */
export const Load = z.object({ cycleId: z.string(), reviewerId: z.string(), assigned: z.int() });
export type Load = z.infer<typeof Load>;

/** Scores of others may be shown to those who may see them at all only from here on. */
const openRound = [
  'draft',
  'announced',
  'accepting',
  'assessing',
  'reviewing',
] as const satisfies readonly Cycle['status'][];

export const isRoundClosed = (cycle: Pick<Cycle, 'status'>): boolean =>
  cycle.status !== 'abandoned' && !openRound.some((status) => status === cycle.status);

/** An entry that was taken back stays on the record, with the reason, and never counts. */
const Withdrawal = z.object({ reason: z.string(), by: z.string(), at: z.string() });
export type Withdrawal = z.infer<typeof Withdrawal>;

export const stands = (entry: { readonly withdrawn?: Withdrawal | undefined }): boolean =>
  entry.withdrawn === undefined;

/** Site visit or satisfaction: transcribed by the office from a named reviewer's signed sheet, confirmed by that reviewer. */
export const Component = z.object({
  cycleId: z.string(),
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
  withdrawn: Withdrawal.optional(),
});
export type Component = z.infer<typeof Component>;

/** Who visits an applicant on site (实地考察): drawn after the panel, and nobody of the panel among them. */
export const SiteTeam = z.object({
  cycleId: z.string(),
  applicationId: z.string(),
  size: z.int(),
  members: z.array(z.string()),
  /** Who left it and never comes back to this application. */
  former: z.array(z.string()),
});
export type SiteTeam = z.infer<typeof SiteTeam>;

/** One visitor's sheet. The visit's score is the mean of all members' sheets, and there is none before all are in. */
export const SiteSheet = z.object({
  cycleId: z.string(),
  applicationId: z.string(),
  organizationName: z.string(),
  reviewerId: z.string(),
  status: z.enum(['asked', 'submitted', 'withdrawn']),
  /** Hundredths, 0 … 10000. */
  score: z.int().min(0).max(10_000).optional(),
  comment: z.string(),
  submittedAt: z.string().optional(),
  /** Transcribed by the office from the signed paper; `submitted`, and so counted, once the visitor has confirmed it. */
  transcribed: z
    .object({ fileId: z.string(), by: z.string(), at: z.string(), confirmedAt: z.string().optional() })
    .optional(),
  /** What was handed in before and corrected since, the first in front. */
  corrections: z.array(z.object({ score: z.int(), comment: z.string(), submittedAt: z.string() })).optional(),
  /** Why the visitor left the team. */
  reason: z.string().optional(),
});
export type SiteSheet = z.infer<typeof SiteSheet>;

/** 加分 or 扣分, each with reason and source. */
export const Adjustment = z.object({
  cycleId: z.string(),
  adjustmentId: z.string(),
  applicationId: z.string(),
  kind: z.enum(['bonus', 'deduction']),
  points: z.int().min(1).max(10_000),
  reason: z.string(),
  source: z.string(),
  enteredBy: z.string(),
  at: z.string(),
  withdrawn: Withdrawal.optional(),
});
export type Adjustment = z.infer<typeof Adjustment>;

export const vetoGrounds = ['credit-record', 'safety-accident', 'discipline-case', 'fabrication'] as const;

/** 一票否决, with source, evidence, date and the person who entered it. */
export const Veto = z.object({
  cycleId: z.string(),
  vetoId: z.string(),
  applicationId: z.string(),
  ground: z.enum(vetoGrounds),
  source: z.string(),
  evidence: z.string(),
  occurredOn: z.string(),
  enteredBy: z.string(),
  at: z.string(),
  withdrawn: Withdrawal.optional(),
});
export type Veto = z.infer<typeof Veto>;
