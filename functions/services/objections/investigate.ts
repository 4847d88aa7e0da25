import * as z from 'zod';
import { type Objection, objectionTransitions } from '#domain/objections';
import { next } from '#domain/transitions';
import { objections } from '#store/entities';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import { officeCase } from './case.ts';

export const InvestigateInput = z.strictObject({ objectionId: z.string() });

/** 核查 begins. */
export async function investigateObjection(ctx: Context, input: z.input<typeof InvestigateInput>): Promise<Objection> {
  const { objectionId } = parse(InvestigateInput, input);
  const { objection } = await officeCase(ctx, objectionId);
  const investigated = { ...objection, status: next(objectionTransitions, 'investigate', objection.status) };
  return commit(ctx, {
    chain: `objection/${objectionId}`,
    action: 'objection.investigated',
    cycleId: objection.cycleId,
    details: { objectionId },
    writes: [save(objections, investigated)],
    answer: investigated,
  });
}
