import * as z from 'zod';
import { type ApprovalStep, approvalSteps } from './cycles.ts';
import { addNaturalDays, type IsoDate } from './dates.ts';
import type { Instant } from './instants.ts';
import { countByCategory } from './selections.ts';
import type { TransitionTable } from './transitions.ts';

const DecisionAct = z.object({
  step: z.enum(approvalSteps),
  personId: z.string(),
  name: z.string(),
  at: z.string(),
  opinion: z.string(),
});

/** 命名(表彰)决定 with its annex; the annex rows carry the certificate numbers. */
export const Decision = z.object({
  decisionId: z.string(),
  cycleId: z.string(),
  publicityId: z.string(),
  status: z.enum(['in-approval', 'signed', 'sent-back']),
  documentNumber: z.string().optional(),
  title: z.string(),
  body: z.string(),
  countsByCategory: z.record(z.string(), z.int()),
  total: z.int(),
  chain: z.array(z.enum(approvalSteps)),
  acts: z.array(DecisionAct),
  sentBack: z.object({ personId: z.string(), at: z.string(), reason: z.string() }).optional(),
  signedAt: z.string().optional(),
  /** The draft that was sent back before this one. */
  supersedes: z.string().optional(),
});
export type Decision = z.infer<typeof Decision>;

export const decisionTransitions = {
  sign: { from: ['in-approval'], to: 'signed' },
  sendBack: { from: ['in-approval'], to: 'sent-back' },
} as const satisfies TransitionTable<Decision['status']>;

/** The step that comes next in the chain, or undefined when everybody has acted. */
export const nextStep = (decision: Pick<Decision, 'chain' | 'acts'>): ApprovalStep | undefined =>
  decision.chain[decision.acts.length];

/** The steps of a cycle's chain; drafting is always the first of them. */
export const chainOf = (steps: readonly ApprovalStep[]): ApprovalStep[] => [
  'draft',
  ...steps.filter((step) => step !== 'draft'),
];

export const AnnexRow = z.object({
  decisionId: z.string(),
  position: z.int(),
  applicationId: z.string(),
  categoryId: z.string(),
  areaId: z.string(),
  organizationName: z.string(),
  certificateNumber: z.string(),
});
export type AnnexRow = z.infer<typeof AnnexRow>;

type Annex = readonly Pick<AnnexRow, 'categoryId' | 'certificateNumber'>[];

/** 等N个申报主体: the total that the body of a decision names; undefined when it names none, or more than one. */
export function countInBody(body: string): number | undefined {
  const [first, ...others] = body.matchAll(/等(\d+)个申报主体/g);
  return first && others.length === 0 ? Number(first[1]) : undefined;
}

/** Counts in the body = rows of the annex = sum over categories = certificates, each of them different. */
export const countsAgree = (decision: Pick<Decision, 'body' | 'total' | 'countsByCategory'>, annex: Annex): boolean => {
  const { total, countsByCategory } = decision;
  const counted = countByCategory(annex);
  const names = [...new Set([...Object.keys(counted), ...Object.keys(countsByCategory)])];
  return (
    countInBody(decision.body) === total &&
    annex.length === total &&
    new Set(annex.map((row) => row.certificateNumber)).size === total &&
    names.every((categoryId) => counted[categoryId] === countsByCategory[categoryId])
  );
};

export const awardStatuses = ['valid', 'under-re-review', 'rectifying', 'revoked'] as const;

/** A title that was given (称号), as its certificate says. */
export const Award = z.object({
  certificateNumber: z.string(),
  applicationId: z.string(),
  organizationId: z.string(),
  organizationName: z.string(),
  cycleId: z.string(),
  categoryId: z.string(),
  areaId: z.string(),
  title: z.string(),
  namedOn: z.string(),
  /** The last day on which the title is valid unless a re-review extends it. */
  validUntil: z.string(),
  status: z.enum(awardStatuses),
  statusSince: z.string(),
  /** When its re-review is due; the schedule starts a follow-up then. */
  reReviewAt: z.string(),
  /** How many re-reviews were begun: the round of the one that runs. */
  reReviews: z.int(),
  /** Until when a unit must have rectified. */
  rectifyBy: z.string().optional(),
  reason: z.string().optional(),
});
export type Award = z.infer<typeof Award>;

export const awardTransitions = {
  beginReReview: { from: ['valid'], to: 'under-re-review' },
  keep: { from: ['under-re-review', 'rectifying'], to: 'valid' },
  rectify: { from: ['under-re-review'], to: 'rectifying' },
  revoke: { from: ['valid', 'under-re-review', 'rectifying'], to: 'revoked' },
} as const satisfies TransitionTable<Award['status']>;

/** The same day so many years later; the last day of the month where there is none (民法典 202). */
export function addYears(date: IsoDate, years: number): IsoDate {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
  return z.iso.date().safeParse(moved).success ? moved : addNaturalDays(`${moved.slice(0, 8)}01`, 27);
}

/** How long a title is valid from a day on, and when its re-review falls due: on the last day of that. */
export const validityFrom = (date: IsoDate, years: number): { validUntil: IsoDate; reReviewAt: Instant } => {
  const validUntil = addYears(date, years);
  return { validUntil, reReviewAt: `${validUntil}T00:00:00.000+08:00` };
};
