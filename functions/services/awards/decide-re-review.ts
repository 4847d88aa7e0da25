import * as z from 'zod';
import { dateInShanghai } from '#domain/dates';
import { type Award, awardTransitions, validityFrom } from '#domain/decisions';
import { invalidField } from '#domain/errors';
import { InstantText } from '#domain/instants';
import { isConflicted, mayApprove } from '#domain/policies';
import { Reason } from '#domain/texts';
import { next } from '#domain/transitions';
import { awards } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { commit, type Decision } from '../commit.ts';
import { type Context, hasCome } from '../context.ts';
import { allow, parse } from '../require.ts';

export const DecideReReviewInput = z.strictObject({
  certificateNumber: z.string(),
  reason: Reason,
  verdict: z.enum(['keep', 'rectify', 'revoke']),
  /** Until when the unit must rectify; asked for exactly with that verdict. */
  rectifyBy: InstantText.optional(),
});
type DecideReReview = z.output<typeof DecideReReviewInput>;

function requireDeadline(ctx: Context, { verdict, rectifyBy }: DecideReReview): void {
  const fits = verdict === 'rectify' ? rectifyBy !== undefined && !hasCome(ctx, rectifyBy) : rectifyBy === undefined;
  if (fits) return;
  throw invalidField(
    'rectifyBy',
    'WrongDeadline',
    '限期整改须填写将来的整改期限，其他结论不填。',
    'Rectification needs a deadline in the future; the other verdicts have none.',
  );
}

/** A kept title is valid for another term, counted from the end of the last one or, when that is past, from today. */
async function kept(ctx: Context, award: Award): Promise<Pick<Award, 'validUntil' | 'reReviewAt'>> {
  const { validYears } = await ctx.store.get(keys.cycle(award.cycleId));
  const today = dateInShanghai(ctx.clock.now());
  const from = [award.validUntil, today].toSorted().at(-1) ?? today;
  return validityFrom(from, validYears);
}

/** The gate that this verdict passes: none when a title is revoked outside of a re-review. */
function gateOf({ status, certificateNumber, reReviews }: Award, decision: string): Decision[] {
  const kinds = { 'under-re-review': 're-review', rectifying: 'rectification' } as const;
  if (status !== 'under-re-review' && status !== 'rectifying') return [];
  return [
    {
      kind: kinds[status],
      subjectId: certificateNumber,
      round: reReviews,
      outcome: { decision, round: reReviews },
    },
  ];
}

/** 保持 / 限期整改 / 撤销, by the head of the office, with the reason. */
export async function decideReReview(ctx: Context, input: z.input<typeof DecideReReviewInput>): Promise<Award> {
  allow(mayApprove(ctx.actor));
  const given = parse(DecideReReviewInput, input);
  const { certificateNumber, verdict, reason, rectifyBy } = given;
  requireDeadline(ctx, given);
  const award = await ctx.store.get(keys.award(certificateNumber));
  allow(!isConflicted(ctx.actor, award), 'ConflictOfInterest');
  const status = next(awardTransitions, verdict, award.status);
  const { rectifyBy: _, ...rest } = award;
  const decided = {
    ...rest,
    status,
    statusSince: ctx.clock.now(),
    reason,
    ...(rectifyBy && { rectifyBy }),
    ...(verdict === 'keep' && (await kept(ctx, award))),
  };
  return commit(ctx, {
    chain: `award/${certificateNumber}`,
    action: `award.${verdict}`,
    cycleId: award.cycleId,
    details: { certificateNumber, verdict, round: award.reReviews },
    writes: [save(awards, decided)],
    decides: gateOf(award, verdict),
    answer: decided,
  });
}
