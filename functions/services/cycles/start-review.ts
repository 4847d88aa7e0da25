import type { z } from 'zod';
import { isNothingToReview, unsettledStatuses } from '#domain/applications';
import { type Cycle, cycleTransitions } from '#domain/cycles';
import { AwardError, type FieldProblem } from '#domain/errors';
import { mayAdminister } from '#domain/policies';
import { wordOf } from '#domain/state-words';
import { next } from '#domain/transitions';
import { cycles } from '#store/entities';
import { keys, shards } from '#store/keys';
import type { Versioned } from '#store/table';
import { add, save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { CycleRef } from './announce.ts';
import { requireNoStake } from './stake.ts';
import { type Board, boardOf } from './tally.ts';

const unsettledOn = (board: Board): FieldProblem[] =>
  Object.entries(board).flatMap(([categoryId, counts]) =>
    unsettledStatuses.flatMap((status) => {
      const count = counts[status] ?? 0;
      if (count === 0) return [];
      return [
        {
          path: `applications.${categoryId}.${status}`,
          code: 'Unsettled',
          zh: `尚有 ${count} 份申报处于「${wordOf('state', status, 'zh')}」，须先办结。`,
          en: `${count} applications are still “${wordOf('state', status, 'en')}” and must be settled first.`,
        },
      ];
    }),
  );

const nothingToReview: FieldProblem = {
  path: 'applications',
  code: 'NothingToReview',
  zh: '没有已交的自评，没有可以评审的申报。',
  en: 'No self-assessment is in, so there is nothing to review.',
};

function obstaclesOn(board: Board): FieldProblem[] {
  const unsettled = unsettledOn(board);
  return unsettled.length === 0 && isNothingToReview(Object.values(board)) ? [nothingToReview] : unsettled;
}

/**
 * The office starts the review once no application owes anything any more and there is one to review. The tally's
 * shards are sealed in the same transaction on condition that they count nothing unsettled, so that none slips in
 * between.
 * @throws AwardError `Incomplete` with the counts per category and status, or that there is nothing to review.
 */
export async function startReview(ctx: Context, input: z.input<typeof CycleRef>): Promise<Versioned<Cycle>> {
  allow(mayAdminister(ctx.actor));
  const { cycleId } = parse(CycleRef, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  await requireNoStake(ctx, cycle);
  const status = next(cycleTransitions, 'startReview', cycle.status);
  refuseFields(obstaclesOn(await boardOf(ctx, cycleId)), 'Incomplete');
  const reviewing = { ...cycle, status };
  const settled = { counter: 'unsettled', is: 0, refused: () => new AwardError('Incomplete') };
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'cycle.review-started',
    cycleId,
    details: { cycleId },
    writes: [
      save(cycles, reviewing),
      ...shards.map((shard) => add(keys.tally(cycleId, shard), 'tally', { sealed: 1 }, settled)),
    ],
    decides: [{ kind: 'review-start', subjectId: cycleId, outcome: { decision: 'started' } }],
    answer: { ...reviewing, version: cycle.version + 1 },
  });
}
