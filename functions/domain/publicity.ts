import * as z from 'zod';
import type { TransitionTable } from './transitions.ts';

export const publicityStatuses = ['drafted', 'checked', 'open', 'expired', 'concluded'] as const;

/** 公示通知: what domain.md §6 asks of it. */
export const NoticeText = z.strictObject({
  title: z.string().trim().min(2).max(200),
  process: z.string().trim().min(2).max(2000),
  channels: z.string().trim().min(2).max(500),
  requirements: z.string().trim().min(2).max(1000),
  notAdmitted: z.string().trim().min(2).max(1000),
  confidentiality: z.string().trim().min(2).max(500),
  address: z.string().trim().min(2).max(200),
  postcode: z.string().refine((text) => /^\d{6}$/.test(text), {
    params: { code: 'Postcode', zh: '邮政编码为 6 位数字。', en: 'A postcode has 6 digits.' },
  }),
  phone: z.string().trim().min(5).max(30),
  supervisorPhone: z.string().trim().min(5).max(30),
});
export type NoticeText = z.infer<typeof NoticeText>;

export const Publicity = z.object({
  publicityId: z.string(),
  cycleId: z.string(),
  listId: z.string(),
  /** 1, and one more for each supplementary publicity: the round of its notice in the workflow. */
  number: z.int().min(1),
  kind: z.enum(['initial', 'supplementary']),
  status: z.enum(publicityStatuses),
  notice: NoticeText,
  countsByCategory: z.record(z.string(), z.int()),
  total: z.int(),
  draftedBy: z.string(),
  /** Whoever changed the draft after that; none of them checks it. */
  editedBy: z.array(z.string()),
  checkedBy: z.string().optional(),
  /** By whoever would have checked it, until its text is changed. */
  sentBack: z.object({ personId: z.string(), at: z.string(), reason: z.string() }).optional(),
  publishedAt: z.string().optional(),
  firstDay: z.string().optional(),
  lastDay: z.string().optional(),
  /** The end of the window, and of the time in which letters still arrive. */
  endsAt: z.string().optional(),
  graceUntil: z.string().optional(),
  /** Objections of this publicity that are not finally closed; conclusion is conditional on 0. */
  openObjections: z.int(),
  /** Whether a determination changed the list so that a supplementary publicity is due. */
  materialChange: z.boolean(),
  outcome: z.enum(['clear', 'changed']).optional(),
  /** The publicity whose list changed, of a supplementary one. */
  supersedes: z.string().optional(),
});
export type Publicity = z.infer<typeof Publicity>;

export const publicityTransitions = {
  check: { from: ['drafted'], to: 'checked' },
  open: { from: ['checked'], to: 'open' },
  expire: { from: ['open'], to: 'expired' },
  conclude: { from: ['expired'], to: 'concluded' },
} as const satisfies TransitionTable<Publicity['status']>;
