import * as z from 'zod';
import { mayCheck } from '#domain/policies';
import type { Result } from '#domain/selections';
import { Reason } from '#domain/texts';
import { keys } from '#store/keys';
import { anew } from '../anew.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { freeze } from './freeze.ts';
import { computedRows } from './rows.ts';
import { requireUnlisted } from './unlisted.ts';

export const RecomputeInput = z.strictObject({ cycleId: z.string(), reason: Reason });

/** The office has the results computed anew, with its reason, as long as no list stands that was drawn up from them. */
export async function recomputeResults(ctx: Context, input: z.input<typeof RecomputeInput>): Promise<Result> {
  allow(mayCheck(ctx.actor));
  const { cycleId, reason } = parse(RecomputeInput, input);
  return anew(async () => {
    const cycle = await ctx.store.get(keys.cycle(cycleId));
    allow(cycle.status === 'listing', 'WrongState', { state: cycle.status });
    await requireUnlisted(ctx, cycle);
    return freeze(ctx, { rows: await computedRows(ctx, cycle), cycle, reason });
  });
}
