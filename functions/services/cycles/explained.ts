import type { Cycle } from '#domain/cycles';
import { personIdOf } from '#domain/people';
import type { Context } from '../context.ts';

/** The cycle with the reason of an act; the audit event carries no free text. */
export const explained = <C extends Cycle>(
  ctx: Context,
  cycle: C,
  act: NonNullable<Cycle['reasons']>[number]['act'],
  reason: string,
): C => ({
  ...cycle,
  reasons: [...(cycle.reasons ?? []), { act, reason, by: personIdOf(ctx.actor) ?? 'system', at: ctx.clock.now() }],
});
