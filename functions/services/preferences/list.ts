import * as z from 'zod';
import type { Application } from '#domain/applications';
import { type Cycle, categoryOf } from '#domain/cycles';
import type { Bid } from '#domain/fit';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { paging } from '../paging.ts';
import { parse } from '../require.ts';
import { biddingOf, type Numbered, numberedFor, offeredOf } from './offered.ts';

export const ListOfferedInput = z.strictObject({ cycleId: z.string(), ...paging });

/** What a reviewer learns of an application before the draw; of a blind category never whose it is. */
export type Offered = Pick<Application, 'categoryId' | 'areaId'> & {
  readonly number: string;
  readonly organizationName?: string;
  readonly bid: Bid;
};

const shown = (
  cycle: Cycle,
  { number, categoryId, areaId, organizationName }: Application & Numbered,
  bid: Bid,
): Offered => ({
  ...{ number, categoryId, areaId, bid },
  ...(!categoryOf(cycle, categoryId)?.blind && { organizationName }),
});

/** Read at once; the pages of a reader are as long as this one. */
const CHUNK = 100;

/**
 * What a reviewer may wish for, with their own wishes, by number. An application in which they have a conflict is not
 * among them and leaves no gap.
 */
export async function listOffered(
  ctx: Context,
  input: z.input<typeof ListOfferedInput>,
): Promise<{ items: Offered[]; cursor?: string }> {
  const { cycleId, limit, cursor = '' } = parse(ListOfferedInput, input);
  const bidding = await biddingOf(ctx, cycleId);
  const { cycle, reviewer } = bidding;
  const own = (await ctx.store.find(keys.preference(cycleId, reviewer.reviewerId)))?.bids ?? {};
  const rest = (await numberedFor(ctx, bidding)).filter(({ number }) => number > cursor);
  const items: Offered[] = [];
  for (let at = 0; at < rest.length; at += CHUNK) {
    for (const offered of await offeredOf(ctx, bidding, rest.slice(at, at + CHUNK))) {
      if (items.length === limit) return { items, cursor: items.at(-1)?.number ?? '' };
      items.push(shown(cycle, offered, own[offered.applicationId] ?? 'none'));
    }
  }
  return { items };
}
