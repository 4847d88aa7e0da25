import * as z from 'zod';
import type { ReviewFeedback } from '#domain/feedback';
import { holds, personIdOf } from '#domain/people';
import type { Assignment } from '#domain/reviews';
import { keys, lists } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const ReviewerHistoryInput = z.strictObject({ reviewerId: z.string() });

/** What an expert did in one cycle, in counts of applications. */
export type CycleHistory = {
  readonly cycleId: string;
  readonly title: string;
  readonly year: number;
  readonly assigned: number;
  readonly submitted: number;
  readonly recused: number;
  /** Taken from them: because their time was over, or by the office for another reason. */
  readonly replacedForBeingLate: number;
  readonly reassigned: number;
  /** How often a sheet of theirs was unlocked. */
  readonly unlocked: number;
  /** What the office thought of those that it rated: how many were hardly, somewhat, very useful; late, thin, flagged. */
  readonly rated: {
    readonly useful: readonly [number, number, number];
    readonly late: number;
    readonly thin: number;
    readonly flagged: number;
  };
};

const unlockings = ({ status, submissions }: Assignment): number =>
  Math.max(0, submissions - 1) + (status === 'unlocked' ? 1 : 0);

function countsOf(assignments: readonly Assignment[]) {
  const count = (holdsFor: (assignment: Assignment) => boolean): number => assignments.filter(holdsFor).length;
  const isLate = ({ status, reason }: Assignment): boolean => status === 'reassigned' && reason === 'overdue';
  return {
    assigned: assignments.length,
    submitted: count(({ status }) => status === 'submitted'),
    recused: count(({ status }) => status === 'recused'),
    replacedForBeingLate: count(isLate),
    reassigned: count((each) => each.status === 'reassigned' && !isLate(each)),
    unlocked: assignments.reduce((all, each) => all + unlockings(each), 0),
  };
}

function ratingsOf(feedback: readonly ReviewFeedback[]): CycleHistory['rated'] {
  const count = (holdsFor: (each: ReviewFeedback) => boolean): number => feedback.filter(holdsFor).length;
  const useful = (as: number): number => count((each) => each.useful === as);
  return {
    useful: [useful(1), useful(2), useful(3)],
    late: count(({ late }) => late),
    thin: count(({ thin }) => thin),
    flagged: count(({ flagged }) => flagged),
  };
}

/** An expert's reviews over the cycles, newest first: for office and supervisor, and for the expert. */
export async function reviewerHistory(
  ctx: Context,
  input: z.input<typeof ReviewerHistoryInput>,
): Promise<{ items: CycleHistory[] }> {
  const { reviewerId } = parse(ReviewerHistoryInput, input);
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor') || personIdOf(ctx.actor) === reviewerId);
  await ctx.store.get(keys.reviewer(reviewerId));
  const [all, feedback] = await Promise.all([
    ctx.store.indexed<Assignment>({ index: 'lists', pk: lists.queue(reviewerId) }),
    ctx.store.all<ReviewFeedback>(keys.feedback(reviewerId, '', '').pk),
  ]);
  const cycleIds = [...new Set(all.map(({ cycleId }) => cycleId))];
  const cycles = await ctx.store.getMany(cycleIds.map((cycleId) => keys.cycle(cycleId)));
  const items = cycles
    .toSorted((left, right) => right.year - left.year || (left.createdAt < right.createdAt ? 1 : -1))
    .map(({ cycleId, title, year }) => {
      const own = all.filter((assignment) => assignment.cycleId === cycleId);
      const rated = ratingsOf(feedback.filter((each) => each.cycleId === cycleId));
      return { cycleId, title, year, ...countsOf(own), rated };
    });
  return { items };
}
