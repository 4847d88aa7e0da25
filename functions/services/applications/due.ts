import type { Application } from '#domain/applications';
import type { Instant } from '#domain/instants';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { correctionDeadline, deadlineFor } from '../reference.ts';

/** Until when the applicant has to act, extensions counted; nothing while the case is on another desk. */
export async function dueBy(ctx: Pick<Context, 'store'>, application: Application): Promise<Instant | undefined> {
  const { status, cycleId } = application;
  if (status === 'returned' || status === 'supplementing') return correctionDeadline(ctx, application);
  if (status !== 'draft' && status !== 'self-assessing') return undefined;
  const stage = status === 'draft' ? 'closesAt' : 'assessBy';
  return deadlineFor(ctx, await ctx.store.get(keys.cycle(cycleId)), stage, application);
}
