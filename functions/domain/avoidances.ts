import * as z from 'zod';
import type { TransitionTable } from './transitions.ts';

export const avoidanceStatuses = ['filed', 'refused', 'withdrawn'] as const;

/** 申请回避: an applicant names an expert who should not review it. It binds from its filing until the office refuses. */
export const Avoidance = z.object({
  avoidanceId: z.string(),
  cycleId: z.string(),
  applicationId: z.string(),
  /** As the applicant wrote them: whether such an expert exists is told to nobody but the office. */
  expertName: z.string(),
  expertOrganization: z.string(),
  reason: z.string(),
  status: z.enum(avoidanceStatuses),
  filedBy: z.string(),
  filedAt: z.string(),
  refusal: z.object({ reason: z.string(), by: z.string(), at: z.string() }).optional(),
});
export type Avoidance = z.infer<typeof Avoidance>;

export const avoidanceTransitions = {
  refuse: { from: ['filed'], to: 'refused' },
  withdraw: { from: ['filed'], to: 'withdrawn' },
} as const satisfies TransitionTable<Avoidance['status']>;

/** How many experts one application may name [set]; those that were refused or withdrawn count no more. */
export const mostAvoidances = 5;
