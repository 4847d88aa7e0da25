import type { z } from 'zod';
import { cycleTransitions } from '#domain/cycles';
import { countsAgree } from '#domain/decisions';
import { AwardError } from '#domain/errors';
import { next } from '#domain/transitions';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { annexOf } from './annex.ts';
import { NamingInput } from './stage-naming.ts';

const countsDiffer = (issued: number, total: number) =>
  new AwardError('Incomplete', {
    fields: [
      {
        path: 'certificates',
        code: 'CountsDiffer',
        zh: `已颁发证书 ${issued} 份，决定为 ${total} 份。`,
        en: `${issued} certificates were issued; the decision names ${total}.`,
      },
    ],
  });

/** Concludes a cycle whose certificates, annex, categories and body count the same; anything else is a fault. */
export async function concludeCycle(
  ctx: Context,
  input: z.input<typeof NamingInput>,
): Promise<{ certificates: number }> {
  const { cycleId } = parse(NamingInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  allow(cycle.decisionId !== undefined, 'WrongState', { state: cycle.status });
  const decision = await ctx.store.get(keys.decision(cycle.decisionId));
  const answer = { certificates: decision.total };
  const { status } = cycle;
  if (status === 'concluded') return answer;
  const annex = await annexOf(ctx, decision.decisionId);
  const issued = await ctx.store.getMany(annex.map((row) => keys.award(row.certificateNumber)));
  if (issued.length !== decision.total || !countsAgree(decision, annex)) {
    throw countsDiffer(issued.length, decision.total);
  }
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'cycle.concluded',
    cycleId,
    details: { decisionId: decision.decisionId, certificates: issued.length },
    writes: [save(cycles, { ...cycle, status: next(cycleTransitions, 'conclude', cycle.status) })],
    answer,
  });
}
