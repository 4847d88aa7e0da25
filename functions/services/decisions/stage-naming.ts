import * as z from 'zod';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { annexOf } from './annex.ts';

export const NamingInput = z.strictObject({ cycleId: z.string() });

/** Writes down the annex rows of the signed decision, one item for each unit that is to be named. */
export async function stageNaming(ctx: Context, input: z.input<typeof NamingInput>): Promise<{ itemsKey: string }> {
  const { cycleId } = parse(NamingInput, input);
  const { decisionId, status } = await ctx.store.get(keys.cycle(cycleId));
  allow(decisionId !== undefined, 'WrongState', { state: status });
  const decision = await ctx.store.get(keys.decision(decisionId));
  allow(decision.status === 'signed', 'WrongState', { state: decision.status });
  const items = (await annexOf(ctx, decisionId)).map(({ position }) => ({ decisionId, position }));
  const itemsKey = `work/${cycleId}/naming-${decisionId}.json`;
  await ctx.bucket.putText(itemsKey, JSON.stringify(items), 'application/json');
  return { itemsKey };
}
