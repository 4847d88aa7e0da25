import * as z from 'zod';
import { type Objection, objectionTransitions } from '#domain/objections';
import { Reason } from '#domain/texts';
import { next } from '#domain/transitions';
import { objections } from '#store/entities';
import { save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import { closing, officeCase } from './case.ts';

export const AnswerInput = z.strictObject({ objectionId: z.string(), answer: Reason });
export const ArchiveInput = z.strictObject({ objectionId: z.string() });

/** 答复: the objector is told the outcome, and with that the case is finally closed. */
export async function answerObjection(ctx: Context, input: z.input<typeof AnswerInput>): Promise<Objection> {
  const { objectionId, answer } = parse(AnswerInput, input);
  return anew(async () => {
    const found = await officeCase(ctx, objectionId);
    const status = next(objectionTransitions, 'answer', found.objection.status);
    const answered = { ...found.objection, status, answer };
    return commit(ctx, {
      chain: `objection/${objectionId}`,
      action: 'objection.answered',
      cycleId: answered.cycleId,
      details: { objectionId },
      ...(await closing(ctx, found, answered)),
      answer: answered,
    });
  });
}

/** 归档 of a closed case. */
export async function archiveObjection(ctx: Context, input: z.input<typeof ArchiveInput>): Promise<Objection> {
  const { objectionId } = parse(ArchiveInput, input);
  const { objection } = await officeCase(ctx, objectionId);
  const archived = { ...objection, status: next(objectionTransitions, 'archive', objection.status) };
  return commit(ctx, {
    chain: `objection/${objectionId}`,
    action: 'objection.archived',
    cycleId: objection.cycleId,
    details: { objectionId },
    writes: [save(objections, archived)],
    answer: archived,
  });
}
