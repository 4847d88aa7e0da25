import * as z from 'zod';
import type { TransitionTable } from './transitions.ts';

/** A title from before this system, entered by the office from its files: it counts in ties and for eligibility. */
export const FormerTitle = z.object({
  year: z.int(),
  title: z.string(),
  source: z.string(),
  enteredBy: z.string(),
  at: z.string(),
});

export const organizationStatuses = ['pending', 'confirmed', 'refused'] as const;

/** A unit that applies. One without a code (党组织, learning teams, families) is identified by its recommender. */
export const Organization = z.object({
  organizationId: z.string(),
  name: z.string(),
  normalizedName: z.string(),
  creditCode: z.string().optional(),
  categoryId: z.string(),
  areaId: z.string(),
  areaPath: z.array(z.string()),
  /** The lead department that confirms it and recommends its applications. */
  recommender: z.string(),
  contact: z.object({ name: z.string(), phone: z.string() }),
  /** The person who registered it and speaks for it once confirmed. */
  registeredBy: z.string(),
  /** The sealed letter of authority (授权函) in the bucket. */
  letterId: z.string().optional(),
  formerTitles: z.array(FormerTitle).optional(),
  /** Firms that advised it on its application (第三方辅导): who works for one of them does not review it. */
  advisers: z.array(z.object({ name: z.string(), creditCode: z.string().optional() })).optional(),
  status: z.enum(organizationStatuses),
  reason: z.string().optional(),
  registeredAt: z.string(),
});
export type Organization = z.infer<typeof Organization>;

export const organizationTransitions = {
  confirm: { from: ['pending'], to: 'confirmed' },
  refuse: { from: ['pending'], to: 'refused' },
} as const satisfies TransitionTable<Organization['status']>;
