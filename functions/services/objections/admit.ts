import * as z from 'zod';
import { type Objection, objectionDays, objectionTransitions } from '#domain/objections';
import { Reason } from '#domain/texts';
import { next } from '#domain/transitions';
import { objections } from '#store/entities';
import { save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { officeDeadline } from '../publicity/window.ts';
import { parse } from '../require.ts';
import { closing, officeCase } from './case.ts';

export const AdmitInput = z.strictObject({ objectionId: z.string() });
export const RefuseObjectionInput = z.strictObject({ objectionId: z.string(), reason: Reason });

/** 受理: the office takes the case up; from now it has ten working days to check it. */
export async function admitObjection(ctx: Context, input: z.input<typeof AdmitInput>): Promise<Objection> {
  const { objectionId } = parse(AdmitInput, input);
  const { objection } = await officeCase(ctx, objectionId);
  const status = next(objectionTransitions, 'admit', objection.status);
  const admitted = { ...objection, status, investigateBy: await officeDeadline(ctx, objectionDays.investigate) };
  return commit(ctx, {
    chain: `objection/${objectionId}`,
    action: 'objection.admitted',
    cycleId: objection.cycleId,
    details: { objectionId, investigateBy: admitted.investigateBy },
    writes: [save(objections, admitted)],
    answer: admitted,
  });
}

/** 不予受理, with the reason; this closes the case. */
export async function refuseObjection(ctx: Context, input: z.input<typeof RefuseObjectionInput>): Promise<Objection> {
  const { objectionId, reason } = parse(RefuseObjectionInput, input);
  return anew(async () => {
    const found = await officeCase(ctx, objectionId);
    const status = next(objectionTransitions, 'refuse', found.objection.status);
    const refused = { ...found.objection, status, reason };
    return commit(ctx, {
      chain: `objection/${objectionId}`,
      action: 'objection.inadmissible',
      cycleId: refused.cycleId,
      details: { objectionId },
      ...(await closing(ctx, found, refused)),
      answer: refused,
    });
  });
}
