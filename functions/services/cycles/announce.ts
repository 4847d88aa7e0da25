import * as z from 'zod';
import { type Cycle, cycleTransitions } from '#domain/cycles';
import { utcOf } from '#domain/instants';
import { mayAdminister } from '#domain/policies';
import { next } from '#domain/transitions';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { requireSoundPlan } from './plan.ts';

export const CycleRef = z.strictObject({ cycleId: z.string() });

/**
 * Announces a cycle (发布通知) and starts its workflow. Standards and calendar are looked at once more, because they
 * may have changed since the draft.
 * @throws AwardError `NoBasis` without an approval basis.
 */
export async function announceCycle(ctx: Context, input: z.input<typeof CycleRef>): Promise<Versioned<Cycle>> {
  allow(mayAdminister(ctx.actor));
  const { cycleId } = parse(CycleRef, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const status = next(cycleTransitions, 'announce', cycle.status);
  allow(cycle.basis !== undefined, 'NoBasis');
  await requireSoundPlan(ctx, cycle);
  const announced = { ...cycle, status };
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'cycle.announced',
    cycleId,
    details: { cycleId, opensAt: cycle.windows.opensAt, documentNumber: cycle.basis.documentNumber },
    writes: [save(cycles, announced)],
    starts: { workflow: 'cycle', name: cycleId, input: { cycleId, opensAt: utcOf(cycle.windows.opensAt) } },
    answer: { ...announced, version: cycle.version + 1 },
  });
}
