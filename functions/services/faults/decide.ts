import * as z from 'zod';
import { mayAdminister } from '#domain/policies';
import { keys } from '#store/keys';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const DecideFaultInput = z.strictObject({ gateId: z.string(), decision: z.enum(['retry', 'abandon']) });

/** `fault/<subject>/<round>` */
const roundOf = (gateId: string): number => Number(gateId.slice(gateId.lastIndexOf('/') + 1));

/** The office lets a failed run go back to the step that failed, or gives the run up. */
export async function decideFault(
  ctx: Context,
  input: z.input<typeof DecideFaultInput>,
): Promise<{ gateId: string; decision: 'retry' | 'abandon' }> {
  allow(mayAdminister(ctx.actor));
  const { gateId, decision } = parse(DecideFaultInput, input);
  const gate = await ctx.store.get(keys.gate(gateId));
  allow(gate.kind === 'fault', 'NotFound');
  return commit(ctx, {
    chain: `gate/${gateId}`,
    action: decision === 'retry' ? 'fault.retried' : 'fault.abandoned',
    details: { gateId, execution: gate.fault?.execution ?? '', state: gate.fault?.state ?? '' },
    writes: [],
    decides: [{ kind: 'fault', subjectId: gate.subjectId, round: roundOf(gateId), outcome: { decision } }],
    answer: { gateId, decision },
  });
}
