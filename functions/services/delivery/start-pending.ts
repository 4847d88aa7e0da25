import { AwardError } from '#domain/errors';
import { auditEvents } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import type { Context } from '../context.ts';

/**
 * Starts or stops the workflow that an act asked for, at least once (the name makes two starts one, and what ended
 * stays ended), and takes the event off the list of what is pending.
 */
export async function startPending(ctx: Context, chainId: string, sequence: number): Promise<void> {
  const event = await ctx.store.find(keys.auditEvent(chainId, sequence));
  if (!event?.pendingSince) return;
  if (event.start) await ctx.executions.start(event.start);
  if (event.stop) await ctx.executions.stop(event.stop.workflow, event.stop.name, event.action);
  const { pendingSince: _, ...started } = event;
  try {
    await ctx.store.transact([save(auditEvents, started)]);
  } catch (error) {
    // Another delivery of the same record was quicker.
    if (!(error instanceof AwardError && error.code === 'StaleVersion')) throw error;
  }
}
