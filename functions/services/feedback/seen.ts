import type { Application } from '#domain/applications';
import { AwardError } from '#domain/errors';
import { isThin, wasLate } from '#domain/feedback';
import type { Assignment } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { standardAt } from '../standards/stored.ts';

/** What the system itself sees of a review: whether any submission came late, and whether the last one says why. */
export async function seenOf(
  ctx: Pick<Context, 'store'>,
  { assignmentId, submissions }: Assignment,
  { standardId, standardVersion }: Application,
): Promise<{ late: boolean; thin: boolean }> {
  const numbers = Array.from({ length: submissions }, (_, at) => at + 1);
  const kept = await ctx.store.getMany(numbers.map((number) => keys.submittedSheet(assignmentId, number)));
  const last = kept.find(({ number }) => number === submissions);
  if (!last) throw new AwardError('Internal');
  return { late: wasLate(kept), thin: isThin(await standardAt(ctx, standardId, standardVersion), last) };
}
