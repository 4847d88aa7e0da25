import * as z from 'zod';
import { type Cycle, cycleTransitions } from '#domain/cycles';
import { mayAdminister } from '#domain/policies';
import { Reason } from '#domain/texts';
import { next } from '#domain/transitions';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { explained } from './explained.ts';

export const AbandonCycleInput = z.strictObject({ cycleId: z.string(), reason: Reason });

/** Gives a cycle up for good, with the reason; possible until its list is published. */
export async function abandonCycle(ctx: Context, input: z.input<typeof AbandonCycleInput>): Promise<Versioned<Cycle>> {
  allow(mayAdminister(ctx.actor));
  const { cycleId, reason } = parse(AbandonCycleInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const status = next(cycleTransitions, 'abandon', cycle.status);
  const abandoned = { ...explained(ctx, cycle, 'abandoned', reason), status };
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'cycle.abandoned',
    cycleId,
    details: { cycleId, from: cycle.status },
    writes: [save(cycles, abandoned)],
    ...(cycle.status !== 'draft' && { stops: { workflow: 'cycle' as const, name: cycleId } }),
    answer: { ...abandoned, version: cycle.version + 1 },
  });
}
