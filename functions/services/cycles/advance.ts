import { type Cycle, cycleStatuses, cycleTransitions } from '#domain/cycles';
import { next } from '#domain/transitions';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';

/** Whether the cycle stands there or further on; an abandoned one stands nowhere. */
const reached = (status: Cycle['status'], there: Cycle['status']): boolean =>
  status !== 'abandoned' && cycleStatuses.indexOf(status) >= cycleStatuses.indexOf(there);

/** A step that the workflow takes. It runs at least once, so a cycle that is already there is left as it is. */
export async function advanceCycle(
  ctx: Context,
  cycleId: string,
  verb: keyof typeof cycleTransitions,
  action: string,
): Promise<Cycle> {
  allow(ctx.actor.kind === 'system');
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  if (reached(cycle.status, cycleTransitions[verb].to)) return cycle;
  const advanced = { ...cycle, status: next(cycleTransitions, verb, cycle.status) };
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action,
    cycleId,
    details: { cycleId },
    writes: [save(cycles, advanced)],
    answer: advanced,
  });
}
