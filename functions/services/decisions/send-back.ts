import * as z from 'zod';
import { type Decision, decisionTransitions } from '#domain/decisions';
import { personIdOf } from '#domain/people';
import { Reason } from '#domain/texts';
import { next } from '#domain/transitions';
import { decisions } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import { stepOf } from './approver.ts';

export const SendBackInput = z.strictObject({ decisionId: z.string(), reason: Reason });

/** Whoever would act next sends the decision back with the reason; the drafter makes a new one. */
export async function sendBackDecision(ctx: Context, input: z.input<typeof SendBackInput>): Promise<Decision> {
  const { decisionId, reason } = parse(SendBackInput, input);
  const decision = await ctx.store.get(keys.decision(decisionId));
  const step = await stepOf(ctx, decision);
  const sentBack = { personId: personIdOf(ctx.actor) ?? '', at: ctx.clock.now(), reason };
  const back = { ...decision, status: next(decisionTransitions, 'sendBack', decision.status), sentBack };
  return commit(ctx, {
    chain: `cycle/${decision.cycleId}`,
    action: 'decision.sent-back',
    cycleId: decision.cycleId,
    details: { decisionId, step },
    writes: [save(decisions, back)],
    answer: back,
  });
}
