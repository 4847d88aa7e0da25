import * as z from 'zod';
import { type Cycle, CyclePlan } from '#domain/cycles';
import { mayAdminister } from '#domain/policies';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { requireSoundPlan } from './plan.ts';

export const UpdateCycleInput = CyclePlan.extend({ cycleId: z.string(), version: z.int() });

/** Changes the plan of a cycle that was not announced yet; afterwards deadlines move by extensions only. */
export async function updateCycle(ctx: Context, input: z.input<typeof UpdateCycleInput>): Promise<Versioned<Cycle>> {
  allow(mayAdminister(ctx.actor));
  const { cycleId, version, ...plan } = parse(UpdateCycleInput, input);
  const before = await ctx.store.get(keys.cycle(cycleId));
  allow(before.status === 'draft', 'WrongState', { state: before.status });
  await requireSoundPlan(ctx, plan);
  const updated = { ...plan, cycleId, status: before.status, createdAt: before.createdAt, version };
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'cycle.updated',
    cycleId,
    details: { cycleId },
    writes: [save(cycles, updated)],
    answer: { ...updated, version: version + 1 },
  });
}
