import * as z from 'zod';
import type { Cycle } from '#domain/cycles';
import { invalidField } from '#domain/errors';
import { holds, personIdOf } from '#domain/people';
import { isConflicted } from '#domain/policies';
import type { Result, ResultRow, Vote } from '#domain/selections';
import { Reason } from '#domain/texts';
import { votes } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { anew } from '../anew.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { freeze } from './freeze.ts';
import { computedRows } from './rows.ts';
import { requireUnlisted } from './unlisted.ts';

export const RecordVoteInput = z.strictObject({
  cycleId: z.string(),
  categoryId: z.string(),
  /** All who are tied, the one voted first in the first place. */
  order: z.array(z.string()).min(2).max(500),
  /** Where the vote is minuted: meeting, date, count. */
  minutes: Reason,
});
type RecordVoteInput = z.output<typeof RecordVoteInput>;

/** @throws AwardError `InvalidInput` at `order` unless it names exactly one tie that crosses the cut. */
async function requireTie(ctx: Context, cycle: Cycle, { categoryId, order }: RecordVoteInput): Promise<void> {
  const { pk, sk } = keys.resultRow(cycle.resultId ?? '', categoryId, '');
  const rows = await ctx.store.all<ResultRow>(pk, sk);
  const first = rows.find((row) => row.needsVote && row.applicationId === order[0]);
  const tied = rows.filter((row) => row.rank === first?.rank).map((row) => row.applicationId);
  const isWhole = tied.length === order.length && new Set(order).size === order.length;
  if (first && isWhole && order.every((id) => tied.includes(id))) return;
  throw invalidField(
    'order',
    'NotTheTie',
    '请列出同一并列的全部申报，每个一次。',
    'Name all applications of one tie that needs a vote, each once.',
  );
}

/** The committee's vote on a tie. The result is computed anew with it and supersedes the one before. */
export async function recordVote(ctx: Context, input: z.input<typeof RecordVoteInput>): Promise<Result> {
  allow(holds(ctx.actor, 'committee'));
  const given = parse(RecordVoteInput, input);
  const { cycleId, categoryId, order, minutes } = given;
  return anew(async () => {
    const cycle = await ctx.store.get(keys.cycle(cycleId));
    allow(cycle.status === 'listing', 'WrongState', { state: cycle.status });
    await requireUnlisted(ctx, cycle);
    await requireTie(ctx, cycle, given);
    const tied = await ctx.store.getMany(order.map((applicationId) => keys.application(applicationId)));
    allow(!tied.some((application) => isConflicted(ctx.actor, application)), 'ConflictOfInterest');
    const vote: Vote = {
      voteId: ctx.ids.next('vote'),
      cycleId,
      categoryId,
      order,
      minutes,
      recordedBy: personIdOf(ctx.actor) ?? 'system',
      at: ctx.clock.now(),
    };
    const rows = await computedRows(ctx, cycle, [vote]);
    return freeze(ctx, { rows, cycle, reason: minutes, voteId: vote.voteId, writes: [create(votes, vote)] });
  });
}
