import { AwardError } from '#domain/errors';
import { gates } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import type { Context } from '../context.ts';

/**
 * Hands a gate's outcome to the workflow that waits there, at least once. Each try reads the gate anew and sends to
 * the token of now. A token that is gone either has its outcome already, or timed out: then the workflow opens the
 * gate again, which takes the mark away and leads here once more. So marking both alike loses nothing.
 */
export async function deliverOutcome(ctx: Context, gateId: string): Promise<'delivered' | 'waiting' | 'nothing'> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const gate = await ctx.store.find(keys.gate(gateId));
    if (!gate?.outcome || gate.deliveredAt) return 'nothing';
    if (!gate.token) return 'waiting';
    await ctx.executions.succeed(gate.token, gate.outcome);
    try {
      await ctx.store.transact([save(gates, { ...gate, deliveredAt: ctx.clock.now() })]);
      return 'delivered';
    } catch (error) {
      if (!(error instanceof AwardError && error.code === 'StaleVersion')) throw error;
    }
  }
  throw new AwardError('TryAgain');
}
