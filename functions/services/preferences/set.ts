import * as z from 'zod';
import type { FieldProblem } from '#domain/errors';
import { AwardError } from '#domain/errors';
import { bids } from '#domain/fit';
import { mostBids, type Preference } from '#domain/preferences';
import { preferences } from '#store/entities';
import { keys } from '#store/keys';
import { create, save, unchanged } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { parse, refuseFields } from '../require.ts';
import { biddingOf, numberedFor, offeredOf } from './offered.ts';

export const SetPreferencesInput = z.strictObject({
  cycleId: z.string(),
  choices: z
    .array(z.strictObject({ number: z.string().max(40), bid: z.enum(bids) }))
    .min(1)
    .max(100),
});

/** One answer for whatever is not offered, so that it does not tell a conflict from a number that nobody has. */
const notOffered = (at: number): FieldProblem => ({
  path: `choices.${at}.number`,
  code: 'NotOffered',
  zh: '可选申报中没有这个编号。',
  en: 'There is no such number among those offered to you.',
});

/** A reviewer says what they want, can, or would rather not review; `none` takes a wish back. What is not named stays. */
export async function setPreferences(
  ctx: Context,
  input: z.input<typeof SetPreferencesInput>,
): Promise<{ wishes: number }> {
  const { cycleId, choices } = parse(SetPreferencesInput, input);
  return anew(async () => {
    const bidding = await biddingOf(ctx, cycleId);
    const { cycle, reviewer } = bidding;
    const { reviewerId } = reviewer;
    const named = new Set(choices.map(({ number }) => number));
    const some = (await numberedFor(ctx, bidding)).filter(({ number }) => named.has(number));
    const idOf = new Map((await offeredOf(ctx, bidding, some)).map((each) => [each.number, each.applicationId]));
    refuseFields(choices.flatMap(({ number }, at) => (idOf.has(number) ? [] : [notOffered(at)])));
    const before = await ctx.store.find(keys.preference(cycleId, reviewerId));
    const wishes = new Map(Object.entries(before?.bids ?? {}));
    for (const { number, bid } of choices) {
      const applicationId = idOf.get(number) ?? '';
      if (bid === 'none') wishes.delete(applicationId);
      else wishes.set(applicationId, bid);
    }
    if (wishes.size > mostBids) throw new AwardError('QuotaExceeded', { values: { limit: mostBids } });
    const after: Preference = { cycleId, reviewerId, bids: Object.fromEntries(wishes), changedAt: ctx.clock.now() };
    return commit(ctx, {
      chain: `preferences/${cycleId}/${reviewerId}`,
      action: 'preferences.set',
      cycleId,
      details: { reviewerId, wishes: wishes.size },
      writes: [
        before ? save(preferences, { ...after, version: before.version }) : create(preferences, after, stale),
        unchanged(keys.cycle(cycleId), cycle.version),
      ],
      answer: { wishes: wishes.size },
    });
  });
}

const stale = () => new AwardError('StaleVersion');
