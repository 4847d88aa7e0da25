import * as z from 'zod';
import { LimitedText } from './texts.ts';
import type { TransitionTable } from './transitions.ts';

export const applicationStatuses = [
  'draft',
  'submitted',
  'returned',
  'recommended',
  'declined',
  'accepted',
  'rejected',
  'self-assessing',
  'self-assessed',
  'supplementing',
  'under-review',
  'scored',
  'shortlisted',
  'not-selected',
  'in-publicity',
  'cleared',
  'removed',
  'named',
  'withdrawn',
  'expired',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

const live = [
  'submitted',
  'returned',
  'recommended',
  'accepted',
  'self-assessing',
  'self-assessed',
  'supplementing',
  'under-review',
  'scored',
  'shortlisted',
  'in-publicity',
  'cleared',
] as const satisfies readonly ApplicationStatus[];

/** domain.md §3. Withdrawal is possible any time before the decision. */
export const applicationTransitions = {
  submit: { from: ['draft'], to: 'submitted' },
  /** A correction goes back to the desk that asked for it. */
  resubmitToRecommender: { from: ['returned'], to: 'submitted' },
  resubmitToOffice: { from: ['returned'], to: 'recommended' },
  returnByRecommender: { from: ['submitted'], to: 'returned' },
  returnByOffice: { from: ['recommended'], to: 'returned' },
  recommend: { from: ['submitted'], to: 'recommended' },
  decline: { from: ['submitted'], to: 'declined' },
  accept: { from: ['recommended'], to: 'accepted' },
  reject: { from: ['recommended'], to: 'rejected' },
  beginAssessment: { from: ['accepted'], to: 'self-assessing' },
  submitAssessment: { from: ['self-assessing', 'supplementing'], to: 'self-assessed' },
  returnAssessment: { from: ['self-assessed'], to: 'supplementing' },
  assignPanel: { from: ['self-assessed'], to: 'under-review' },
  completePanel: { from: ['under-review'], to: 'scored' },
  reopenPanel: { from: ['scored'], to: 'under-review' },
  shortlist: { from: ['scored'], to: 'shortlisted' },
  passOver: { from: ['scored'], to: 'not-selected' },
  publicize: { from: ['shortlisted'], to: 'in-publicity' },
  clear: { from: ['in-publicity'], to: 'cleared' },
  /** An upheld objection against the omission, or a substitution (递补), brings it onto the list after all. */
  reinstate: { from: ['not-selected'], to: 'shortlisted' },
  remove: { from: ['shortlisted', 'in-publicity', 'cleared'], to: 'removed' },
  name: { from: ['cleared'], to: 'named' },
  withdraw: { from: ['draft', ...live], to: 'withdrawn' },
  expire: { from: ['submitted', 'returned', 'recommended', 'self-assessing', 'supplementing'], to: 'expired' },
} as const satisfies TransitionTable<ApplicationStatus>;

/** As much of an application as the asker may see. */
type Shown = { readonly status?: ApplicationStatus | undefined };

/** Whether it may still come to be named; its applicant may take it back until then. */
export const isUnderWay = ({ status }: Shown): boolean =>
  applicationTransitions.withdraw.from.some((each) => each === status);

const outStatuses: readonly ApplicationStatus[] = ['draft', 'declined', 'rejected', 'withdrawn', 'expired'];

/** Whether it was given up, turned away or never sent, so that it has no part in any comparison. */
export const isOut = ({ status }: Pick<Application, 'status'>): boolean => outStatuses.includes(status);

/** Whether an open round is about it. */
export const isInReview = ({ status }: Shown): boolean =>
  status === 'self-assessed' || status === 'under-review' || status === 'scored';

/** States before the review in which somebody still owes something. */
export const unsettledStatuses = [
  'submitted',
  'returned',
  'recommended',
  'accepted',
  'self-assessing',
  'supplementing',
] as const satisfies readonly ApplicationStatus[];

type Counts = Readonly<Partial<Record<ApplicationStatus, number>>>;

/** Whether a cycle has nothing to review, by the counts of each of its categories: no self-assessment is in. */
export const isNothingToReview = (categories: readonly Counts[]): boolean =>
  categories.every((counts) => !counts['self-assessed']);

const notSent = ['draft', 'submitted', 'declined', 'rejected', 'withdrawn', 'expired'] as const;

/** Whether its recommender sent it, so that it counts against an equal quota (等额): until it is out of the process. */
export const isSent = ({ status, returned }: Pick<Application, 'status' | 'returned'>): boolean =>
  status === 'returned' ? returned?.by === 'office' : !notSent.some((each) => each === status);

/** The application form (申报表). Word limits count code points. */
export const ApplicationForm = z.strictObject({
  profile: LimitedText(2000),
  practices: LimitedText(3000),
  results: LimitedText(3000),
  features: LimitedText(1000),
  members: z.int().min(1).max(1_000_000).optional(),
  contactName: LimitedText(40),
  contactPhone: LimitedText(30),
});
export type ApplicationForm = z.infer<typeof ApplicationForm>;

export const emptyForm: ApplicationForm = {
  profile: '',
  practices: '',
  results: '',
  features: '',
  contactName: '',
  contactPhone: '',
};

/** What must be filled in before the form can be submitted. */
export const requiredFormFields = ['profile', 'practices', 'results', 'contactName', 'contactPhone'] as const;

export const Return = z.object({
  by: z.enum(['recommender', 'office']),
  personId: z.string(),
  reason: z.string(),
  fields: z.array(z.object({ path: z.string(), reason: z.string() })),
  at: z.string(),
  deadline: z.string(),
});
export type Return = z.infer<typeof Return>;

export const Application = z.object({
  applicationId: z.string(),
  cycleId: z.string(),
  categoryId: z.string(),
  organizationId: z.string(),
  organizationName: z.string(),
  areaId: z.string(),
  /** The area and all that it lies in, from the bottom up. */
  areaPath: z.array(z.string()),
  /** The lead department that recommends it; quotas count by it. */
  recommender: z.string(),
  standardId: z.string(),
  standardVersion: z.int(),
  status: z.enum(applicationStatuses),
  statusSince: z.string(),
  /** How often the form and the self-assessment were submitted: the numbers of their snapshots. */
  submissions: z.int(),
  assessments: z.int(),
  /** How often each kind of gate was come to; the next one of a kind has the next number. */
  rounds: z.partialRecord(
    z.enum(['recommendation', 'correction', 'formal-check', 'self-assessment', 'review', 'conclusion']),
    z.int(),
  ),
  returned: Return.optional(),
  opinion: z.string().optional(),
  reason: z.string().optional(),
  /** Objections against this entry that are not finally closed; naming is conditional on 0. */
  openObjections: z.int(),
  certificateNumber: z.string().optional(),
});
export type Application = z.infer<typeof Application>;
