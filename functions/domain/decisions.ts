import { z } from 'zod';
import { approvalSteps } from './cycles.ts';

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
  acts: z.array(
    z.object({
      step: z.enum(approvalSteps),
      personId: z.string(),
      name: z.string(),
      at: z.string(),
      opinion: z.string(),
    }),
  ),
  signedAt: z.string().optional(),
});
export type Decision = z.infer<typeof Decision>;

export const AnnexRow = z.object({
  decisionId: z.string(),
  position: z.int(),
  applicationId: z.string(),
  categoryId: z.string(),
  organizationName: z.string(),
  certificateNumber: z.string(),
});
export type AnnexRow = z.infer<typeof AnnexRow>;

export const awardStatuses = ['valid', 'under-re-review', 'rectifying', 'revoked', 'lapsed'] as const;

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
  validUntil: z.string(),
  status: z.enum(awardStatuses),
  statusSince: z.string(),
  /** When its re-review is due; the schedule starts a follow-up then. */
  reReviewAt: z.string(),
  reReviews: z.int(),
  reason: z.string().optional(),
});
export type Award = z.infer<typeof Award>;

export const awardTransitions = {
  beginReReview: { from: ['valid'], to: 'under-re-review' },
  keep: { from: ['under-re-review', 'rectifying'], to: 'valid' },
  rectify: { from: ['under-re-review'], to: 'rectifying' },
  revoke: { from: ['valid', 'under-re-review', 'rectifying'], to: 'revoked' },
  lapse: { from: ['under-re-review', 'rectifying'], to: 'lapsed' },
} as const;
