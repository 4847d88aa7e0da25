import * as z from 'zod';
import { copyPlan, type PlanChange } from '#domain/cycle-copy';
import { type Cycle, CyclePlan } from '#domain/cycles';
import { invalidField } from '#domain/errors';
import { mayAdminister } from '#domain/policies';
import type { Standard } from '#domain/standards';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import type { StoredStandard } from '#store/records';
import type { Versioned } from '#store/table';
import { create } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { standardOf } from '../standards/stored.ts';
import { requireSoundPlan } from './plan.ts';

export const CopyCycleInput = CyclePlan.pick({ title: true, year: true, drawSeed: true }).extend({
  cycleId: z.string(),
  /** All dates, entered anew; left out, they are those of the earlier cycle moved by whole years. */
  windows: CyclePlan.shape.windows.optional(),
});

const planFields = Object.keys(CyclePlan.shape);

/** What was planned of a cycle, without what became of it. */
const planOf = (cycle: Cycle): CyclePlan =>
  parse(CyclePlan, Object.fromEntries(Object.entries(cycle).filter(([field]) => planFields.includes(field))));

async function latestPublished(ctx: Context, standardId: string): Promise<Standard[]> {
  const versions = await ctx.store.all<StoredStandard>(keys.standard(standardId, 0).pk);
  const published = versions.filter(({ status }) => status === 'published').map(standardOf);
  return published.sort((one, other) => other.version - one.version).slice(0, 1);
}

const seedReused = () =>
  invalidField('drawSeed', 'SeedReused', '新批次须使用新的抽取种子。', 'A new cycle draws by a seed of its own.');

/**
 * Plans a new year after an earlier cycle, as a draft: no programmer is needed, and nobody types it anew.
 * @returns the draft, and what of it is not as it was.
 */
export async function copyCycle(
  ctx: Context,
  input: z.input<typeof CopyCycleInput>,
): Promise<Versioned<Cycle> & { changes: readonly PlanChange[] }> {
  allow(mayAdminister(ctx.actor));
  const { cycleId: from, ...newYear } = parse(CopyCycleInput, input);
  const source = planOf(await ctx.store.get(keys.cycle(from)));
  if (newYear.drawSeed === source.drawSeed) throw seedReused();
  const standardIds = [...new Set(source.categories.map(({ standardId }) => standardId))];
  const latest = await Promise.all(standardIds.map((standardId) => latestPublished(ctx, standardId)));
  const { plan, changes } = copyPlan(source, newYear, latest.flat());
  await requireSoundPlan(ctx, plan);
  const cycleId = ctx.ids.next('cycle');
  const cycle = { ...plan, cycleId, status: 'draft' as const, createdAt: ctx.clock.now(), version: 1 };
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'cycle.copied',
    cycleId,
    details: { cycleId, from, year: plan.year, changes: changes.length },
    writes: [create(cycles, cycle)],
    answer: { ...cycle, changes },
  });
}
