import * as z from 'zod';
import { dateInShanghai } from '#domain/dates';
import { AwardError } from '#domain/errors';
import { mayCheck } from '#domain/policies';
import type { Assignment } from '#domain/reviews';
import { uniqueClaims } from '#store/entities';
import { keys, lists } from '#store/keys';
import { create } from '#store/writes';
import { commit } from '../commit.ts';
import { type Context, isPast, withoutKey } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { allow, parse } from '../require.ts';
import { wholePool } from '../reviewers/pool.ts';
import { requireOpenRound } from '../reviews/held.ts';

export const RemindInput = z.strictObject({
  cycleId: z.string(),
  /** One reviewer; by default everybody who is overdue. */
  reviewerId: z.string().optional(),
});

export type Reminded = {
  readonly reminded: readonly string[];
  /** Told already today. */
  readonly toldToday: readonly string[];
};

const done: readonly Assignment['status'][] = ['submitted', 'recused', 'reassigned'];

/** What a reviewer owes past its time, the longest overdue first. */
async function overdueOf(ctx: Context, cycleId: string, reviewerId: string): Promise<Assignment[]> {
  const queue = { index: 'lists', pk: lists.queue(reviewerId), prefix: `${cycleId}#` } as const;
  const own = await ctx.store.indexed<Assignment>(queue);
  return own
    .filter(({ status, dueAt }) => !done.includes(status) && isPast(ctx, dueAt))
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
}

/** Tells one reviewer, unless they were told today: the claim of the day is in the same transaction. */
async function told(ctx: Context, reviewerId: string, overdue: readonly Assignment[]): Promise<boolean> {
  const [first] = overdue;
  if (!first) return false;
  const { cycleId, applicationId, assignmentId, dueAt } = first;
  const claim = ['reminder', cycleId, reviewerId, dateInShanghai(ctx.clock.now())];
  try {
    await commit(withoutKey(ctx), {
      chain: `assignment/${assignmentId}`,
      action: 'reviewer.reminded',
      cycleId,
      details: { assignmentId, applicationId, reviewerId, overdue: overdue.length, deadline: dueAt },
      writes: [create(uniqueClaims, { of: claim, holder: reviewerId })],
      answer: undefined,
    });
    return true;
  } catch (error) {
    if (error instanceof AwardError && error.code === 'AlreadyExists') return false;
    throw error;
  }
}

/** 催办: the office reminds reviewers whose sheets are overdue, each at most once a day. */
export async function remindOverdue(ctx: Context, input: z.input<typeof RemindInput>): Promise<Reminded> {
  allow(mayCheck(ctx.actor));
  const { cycleId, reviewerId } = parse(RemindInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  await requireNoStake(ctx, cycle);
  requireOpenRound(cycle);
  const everybody = reviewerId === undefined ? (await wholePool(ctx)).map((each) => each.reviewerId) : [reviewerId];
  const reminded: string[] = [];
  const toldToday: string[] = [];
  for (const id of everybody) {
    const overdue = await overdueOf(ctx, cycleId, id);
    if (overdue.length === 0) continue;
    ((await told(ctx, id, overdue)) ? reminded : toldToday).push(id);
  }
  return { reminded, toldToday };
}
