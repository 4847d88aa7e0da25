import * as z from 'zod';
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

/** An expert's reviews over the cycles, newest first: for office and supervisor, and for the expert. */
export async function reviewerHistory(
  ctx: Context,
  input: z.input<typeof ReviewerHistoryInput>,
): Promise<{ items: CycleHistory[] }> {
  const { reviewerId } = parse(ReviewerHistoryInput, input);
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor') || personIdOf(ctx.actor) === reviewerId);
  await ctx.store.get(keys.reviewer(reviewerId));
  const all = await ctx.store.indexed<Assignment>({ index: 'lists', pk: lists.queue(reviewerId) });
  const cycleIds = [...new Set(all.map(({ cycleId }) => cycleId))];
  const cycles = await ctx.store.getMany(cycleIds.map((cycleId) => keys.cycle(cycleId)));
  const items = cycles
    .toSorted((left, right) => right.year - left.year || (left.createdAt < right.createdAt ? 1 : -1))
    .map(({ cycleId, title, year }) => {
      const own = all.filter((assignment) => assignment.cycleId === cycleId);
      return { cycleId, title, year, ...countsOf(own) };
    });
  return { items };
}
