import * as z from 'zod';
import type { TransitionTable } from './transitions.ts';

export const invitationStatuses = ['invited', 'accepted', 'declined', 'withdrawn'] as const;

/** 邀请: that the office asks an expert to review in a cycle, and what they answered. */
export const Invitation = z.object({
  cycleId: z.string(),
  reviewerId: z.string(),
  status: z.enum(invitationStatuses),
  /** The most applications that the expert takes in this cycle; never raises the office's own limit. */
  maximumLoad: z.int().min(0).max(1000).optional(),
  /** Why it was declined, or withdrawn. */
  reason: z.string().optional(),
  invitedBy: z.string(),
  invitedAt: z.string(),
  answeredAt: z.string().optional(),
});
export type Invitation = z.infer<typeof Invitation>;

/** An expert may change their mind for as long as answers are taken. */
export const invitationTransitions = {
  accept: { from: ['invited', 'accepted', 'declined'], to: 'accepted' },
  decline: { from: ['invited', 'accepted'], to: 'declined' },
  withdraw: { from: ['invited', 'accepted', 'declined'], to: 'withdrawn' },
  inviteAgain: { from: ['declined', 'withdrawn'], to: 'invited' },
} as const satisfies TransitionTable<Invitation['status']>;
