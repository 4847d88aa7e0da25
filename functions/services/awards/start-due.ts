import type { Award } from '#domain/decisions';
import { pending, shards } from '#store/keys';
import type { Context } from '../context.ts';

/** Execution names take letters, digits, - and _ only, which a certificate number does not keep to. */
const executionName = (applicationId: string, round: number): string =>
  `re-review-${applicationId.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 60)}-${round}`;

/**
 * Starts the follow-up of every title whose re-review is due. The index is sparse and holds only titles that are valid;
 * the name of the execution makes two starts one.
 */
export async function startDueReReviews(ctx: Context): Promise<{ started: number }> {
  const now = ctx.clock.now();
  let started = 0;
  for (const shard of shards) {
    const pk = pending.reReviewShard(shard);
    const due = await ctx.store.indexed<Award>({ pk, index: 'pending', between: ['0', `${now}~`] });
    for (const { applicationId, certificateNumber, reReviews } of due) {
      const round = reReviews + 1;
      const input = { certificateNumber, round: String(round) };
      await ctx.executions.start({ workflow: 'follow-up', name: executionName(applicationId, round), input });
      started += 1;
    }
  }
  return { started };
}
