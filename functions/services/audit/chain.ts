import * as z from 'zod';
import { brokenAt } from '#domain/audit';
import { holds } from '#domain/people';
import { keys } from '#store/keys';
import type { StoredEvent } from '#store/records';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { bareEvent, ownCaseIn, type ShownEvent, shownEvent } from './shown.ts';

export const ChainInput = z.strictObject({ chainId: z.string().min(1).max(200) });

export type VerifiedChain = {
  readonly chainId: string;
  readonly events: readonly ShownEvent[];
  readonly whole: boolean;
  /** The place of the first event that does not hold. */
  readonly brokenAt?: number;
};

/**
 * A chain of the audit, verified anew: every hash, every link, and that its head is its last event. Whoever has a
 * stake in a case does not read its chains.
 */
export async function auditChain(ctx: Context, input: z.input<typeof ChainInput>): Promise<VerifiedChain> {
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor'));
  const { chainId } = parse(ChainInput, input);
  const head = await ctx.store.get(keys.auditHead(chainId));
  const stored = await ctx.store.all<StoredEvent>(keys.auditEvent(chainId, 0).pk, 'EVENT#');
  const events = stored.map(bareEvent);
  const isOwn = await ownCaseIn(ctx);
  allow(!events.some(isOwn), 'ConflictOfInterest');
  const cutOff = events.at(-1)?.hash === head.hash ? undefined : events.length + 1;
  const broken = brokenAt(events) ?? cutOff;
  return {
    chainId,
    events: events.map(shownEvent),
    whole: broken === undefined,
    ...(broken !== undefined && { brokenAt: broken }),
  };
}
