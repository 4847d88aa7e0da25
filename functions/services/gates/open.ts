import * as z from 'zod';
import { AwardError } from '#domain/errors';
import { type Gate, gateIdOf, gateKinds } from '#domain/gates';
import { gates } from '#store/entities';
import { keys } from '#store/keys';
import { create, save, type Write } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';

export const OpenInput = z.object({
  kind: z.enum(gateKinds),
  subjectId: z.string(),
  round: z.int().min(1).default(1),
  token: z.string().min(1),
  deadline: z.string().optional(),
  fault: z.object({ execution: z.string(), state: z.string(), error: z.string() }).optional(),
});

/** Waits are opened by the thousand and are no acts; that a workflow failed is one, and the office is told of it. */
async function written(ctx: Context, { gateId, subjectId, fault }: Gate, write: Write): Promise<void> {
  if (!fault) return ctx.store.transact([write]);
  await commit(ctx, {
    chain: `gate/${gateId}`,
    action: 'fault.opened',
    details: { gateId, subjectId, state: fault.state, error: fault.error },
    writes: [write],
    answer: undefined,
  });
}

/**
 * The workflow's half of a gate: puts its token on the item, one epoch later than the last. An outcome that is there
 * already was not consumed, for a gate is passed but once: it stays, unmarked, and is delivered to this token.
 */
export async function openGate(ctx: Context, input: z.input<typeof OpenInput>): Promise<Gate> {
  const { kind, subjectId, round, token, deadline, fault } = parse(OpenInput, input);
  const gateId = gateIdOf(kind, subjectId, round);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const gate = await ctx.store.find(keys.gate(gateId));
    const { deliveredAt: _, ...before } = gate ?? { gateId, kind, subjectId };
    const opened: Gate = {
      ...before,
      token,
      epoch: (gate?.epoch ?? 0) + 1,
      openedAt: ctx.clock.now(),
      ...(deadline && { deadline }),
      ...(fault && { fault }),
    };
    try {
      await written(ctx, opened, gate ? save(gates, { ...opened, version: gate.version }) : create(gates, opened));
      return opened;
    } catch (error) {
      const collided = error instanceof AwardError && (error.code === 'StaleVersion' || error.code === 'AlreadyExists');
      if (!collided) throw error;
    }
  }
  throw new AwardError('TryAgain');
}
