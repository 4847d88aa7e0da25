import * as z from 'zod';
import { dateInShanghai } from '#domain/dates';
import { invalidField } from '#domain/errors';
import { personIdOf } from '#domain/people';
import { type Veto, vetoGrounds } from '#domain/reviews';
import { Reason } from '#domain/texts';
import { vetoes } from '#store/entities';
import { create } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import { entering } from './entering.ts';

export const EnterVetoInput = z.strictObject({
  applicationId: z.string(),
  ground: z.enum(vetoGrounds),
  source: Reason,
  evidence: Reason,
  occurredOn: z.iso.date(),
});

/** 一票否决, with ground, source, evidence, day and the person who entered it; possible until the list is published. */
export async function enterVeto(ctx: Context, input: z.input<typeof EnterVetoInput>): Promise<Veto> {
  const given = parse(EnterVetoInput, input);
  const { applicationId, ground } = given;
  return anew(async () => {
    const { cycle, guards } = await entering(ctx, applicationId, 'veto');
    if (given.occurredOn > dateInShanghai(ctx.clock.now())) {
      throw invalidField('occurredOn', 'InFuture', '发生日期不能晚于今天。', 'The day cannot lie in the future.');
    }
    const veto: Veto = {
      ...given,
      cycleId: cycle.cycleId,
      vetoId: ctx.ids.next('veto'),
      enteredBy: personIdOf(ctx.actor) ?? 'system',
      at: ctx.clock.now(),
    };
    return commit(ctx, {
      chain: `application/${applicationId}`,
      action: 'veto.entered',
      cycleId: cycle.cycleId,
      details: { applicationId, vetoId: veto.vetoId, ground },
      writes: [create(vetoes, veto), ...guards],
      answer: veto,
    });
  });
}
