import type { z } from 'zod';
import { utcOf } from '#domain/instants';
import { type Publicity, publicityTransitions } from '#domain/publicity';
import { next } from '#domain/transitions';
import { publicities } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import { type Context, hasCome } from '../context.ts';
import { allow, parse } from '../require.ts';
import { PublicityInput } from './open.ts';

const isOver: readonly Publicity['status'][] = ['expired', 'concluded'];

/** The window ends at 24:00 of its last day; letters that were posted in it may still arrive. */
export function expirePublicity(ctx: Context, input: z.input<typeof PublicityInput>): Promise<{ graceUntil: string }> {
  const { publicityId } = parse(PublicityInput, input);
  return anew(async () => {
    const publicity = await ctx.store.get(keys.publicity(publicityId));
    const { endsAt, graceUntil } = publicity;
    allow(endsAt !== undefined && graceUntil !== undefined, 'WrongState', { state: publicity.status });
    const answer = { graceUntil: utcOf(graceUntil) };
    if (isOver.includes(publicity.status)) return answer;
    allow(hasCome(ctx, endsAt), 'WrongState', { state: publicity.status });
    const status = next(publicityTransitions, 'expire', publicity.status);
    return commit(ctx, {
      chain: `cycle/${publicity.cycleId}`,
      action: 'publicity.expired',
      cycleId: publicity.cycleId,
      details: { publicityId, openObjections: publicity.openObjections },
      writes: [save(publicities, { ...publicity, status })],
      answer,
    });
  });
}
