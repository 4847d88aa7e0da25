import * as z from 'zod';
import { millisOf } from './instants.ts';
import type { Sheet } from './reviews.ts';
import { leavesOf, type Standard } from './standards.ts';

/** What the office thinks of a review, beside what the system saw of it; it stays with the reviewer's history. */
export const ReviewFeedback = z.object({
  reviewerId: z.string(),
  cycleId: z.string(),
  assignmentId: z.string(),
  applicationId: z.string(),
  /** 1 hardly, 2 somewhat, 3 very useful. */
  useful: z.int().min(1).max(3),
  /** Seen by the system: handed in after it was due; comments missing or too short. */
  late: z.boolean(),
  thin: z.boolean(),
  /** The office's own concern, whatever the system saw. */
  flagged: z.boolean(),
  note: z.string(),
  ratedBy: z.string(),
  at: z.string(),
});
export type ReviewFeedback = z.infer<typeof ReviewFeedback>;

type Kept = { readonly at: string; readonly dueAt: string };

/** Late is late: a correction in time after an unlocking does not undo a first sheet that came too late. */
export const wasLate = (submissions: readonly Kept[]): boolean =>
  submissions.some(({ at, dueAt }) => millisOf(at) > millisOf(dueAt));

/** From how many characters on a comment says something, at a point and over all. */
const SPOKEN = 5;
const SPOKEN_OVERALL = 20;

const lengthOf = (text: string): number => [...text.replace(/\s/gu, '')].length;

/**
 * Whether a sheet hardly says why: the overall comment is shorter than 20 characters, and at more than half of the
 * points at which marks were taken off there is no comment of at least 5.
 */
export function isThin(standard: Standard, { marks, overall }: Pick<Sheet, 'marks' | 'overall'>): boolean {
  if (lengthOf(overall) >= SPOKEN_OVERALL) return false;
  const below = leavesOf(standard).filter(({ pointId, fullMarks }) => (marks[pointId]?.score ?? 0) < fullMarks);
  const silent = below.filter(({ pointId }) => lengthOf(marks[pointId]?.comment ?? '') < SPOKEN);
  return below.length === 0 || silent.length * 2 > below.length;
}
