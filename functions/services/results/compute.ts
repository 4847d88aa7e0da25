import * as z from 'zod';
import { cycleTransitions } from '#domain/cycles';
import type { Result } from '#domain/selections';
import { next } from '#domain/transitions';
import { keys } from '#store/keys';
import { anew } from '../anew.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { freeze } from './freeze.ts';
import { computedRows } from './rows.ts';

export const ComputeResultsInput = z.object({ cycleId: z.string() });

/** Computes and freezes the results of all categories once the round is closed. Running again changes nothing. */
export async function computeResults(ctx: Context, input: z.input<typeof ComputeResultsInput>): Promise<Result> {
  allow(ctx.actor.kind === 'system');
  const { cycleId } = parse(ComputeResultsInput, input);
  return anew(async () => {
    const cycle = await ctx.store.get(keys.cycle(cycleId));
    if (cycle.status === 'listing' && cycle.resultId) return ctx.store.get(keys.result(cycle.resultId));
    const status = next(cycleTransitions, 'freezeResult', cycle.status);
    return freeze(ctx, { rows: await computedRows(ctx, cycle), cycle: { ...cycle, status } });
  });
}
