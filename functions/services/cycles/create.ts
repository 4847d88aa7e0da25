import type { z } from 'zod';
import { type Cycle, CyclePlan } from '#domain/cycles';
import { mayAdminister } from '#domain/policies';
import { cycles } from '#store/entities';
import type { Versioned } from '#store/table';
import { create } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { requireSoundPlan } from './plan.ts';

/** The office plans a cycle (批次) as a draft; it needs no approval basis yet. */
export async function createCycle(ctx: Context, input: z.input<typeof CyclePlan>): Promise<Versioned<Cycle>> {
  allow(mayAdminister(ctx.actor));
  const plan = parse(CyclePlan, input);
  await requireSoundPlan(ctx, plan);
  const cycleId = ctx.ids.next('cycle');
  const cycle = { ...plan, cycleId, status: 'draft' as const, createdAt: ctx.clock.now(), version: 1 };
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'cycle.created',
    cycleId,
    details: { cycleId, year: plan.year, nature: plan.nature },
    writes: [create(cycles, cycle)],
    answer: cycle,
  });
}
