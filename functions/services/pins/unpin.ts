import type { z } from 'zod';
import type { Pin } from '#domain/draws';
import { personIdOf } from '#domain/people';
import { isConflicted, mayCheck } from '#domain/policies';
import { cycles, pins } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { PinInput, pinnedCycle } from './pin.ts';

/** The office takes a pin away, with its reason; the draw or the next redraw then decides over the seat. */
export async function unpinReviewer(ctx: Context, input: z.input<typeof PinInput>): Promise<Pin> {
  allow(mayCheck(ctx.actor));
  const { cycleId, applicationId, reviewerId, reason } = parse(PinInput, input);
  return anew(async () => {
    const cycle = await pinnedCycle(ctx, cycleId);
    const application = await ctx.store.get(keys.application(applicationId));
    allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
    const pin = await ctx.store.get(keys.pin(cycleId, applicationId, reviewerId));
    allow(!pin.released, 'NotFound');
    const released = { ...pin, released: { reason, by: personIdOf(ctx.actor) ?? 'system', at: ctx.clock.now() } };
    return commit(ctx, {
      chain: `cycle/${cycleId}`,
      action: 'reviewer.unpinned',
      cycleId,
      details: { applicationId, reviewerId },
      writes: [save(pins, released), save(cycles, cycle)],
      answer: released,
    });
  });
}
