import type { z } from 'zod';
import { type Cycle, cycleTransitions } from '#domain/cycles';
import { type Publicity, publicityTransitions } from '#domain/publicity';
import { next } from '#domain/transitions';
import { cycles, publicities } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save, type Write } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { listedRows } from '../lists/rows.ts';
import { allow, parse } from '../require.ts';
import { PublicityInput } from './open.ts';

type Outcome = NonNullable<Publicity['outcome']>;

const toDeciding = (cycle: Versioned<Cycle>): Write =>
  save(cycles, { ...cycle, status: next(cycleTransitions, 'concludePublicity', cycle.status) });

async function concluded(ctx: Context, publicityId: string): Promise<Publicity> {
  const publicity = await ctx.store.get(keys.publicity(publicityId));
  if (publicity.outcome) return publicity;
  const status = next(publicityTransitions, 'conclude', publicity.status);
  allow(publicity.openObjections === 0, 'ObjectionsOpen');
  const outcome: Outcome = publicity.materialChange ? 'changed' : 'clear';
  const cycle = await ctx.store.get(keys.cycle(publicity.cycleId));
  const after = { ...publicity, status, outcome };
  return commit(ctx, {
    chain: `cycle/${publicity.cycleId}`,
    action: 'publicity.concluded',
    cycleId: publicity.cycleId,
    details: { publicityId, outcome },
    // The version of the publicity moves with every objection: nothing was opened since it was read.
    writes: [save(publicities, after), ...(outcome === 'clear' ? [toDeciding(cycle)] : [])],
    answer: after,
  });
}

/**
 * Concludes a publicity on condition that every objection is finally closed. Without a material change its entries are
 * cleared; with one nothing is, and a supplementary publicity with a full new period is due.
 */
export async function concludePublicity(
  ctx: Context,
  input: z.input<typeof PublicityInput>,
): Promise<{ itemsKey: string; outcome: Outcome }> {
  const { publicityId } = parse(PublicityInput, input);
  const { cycleId, listId, outcome = 'clear' } = await anew(() => concluded(ctx, publicityId));
  const rows = outcome === 'clear' ? await listedRows(ctx, listId) : [];
  const itemsKey = `work/${cycleId}/clear-${publicityId}.json`;
  const items = rows.map(({ applicationId }) => ({ applicationId }));
  await ctx.bucket.putText(itemsKey, JSON.stringify(items), 'application/json');
  return { itemsKey, outcome };
}
