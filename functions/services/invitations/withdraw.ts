import * as z from 'zod';
import { type Invitation, invitationTransitions } from '#domain/invitations';
import { mayCheck } from '#domain/policies';
import { Reason } from '#domain/texts';
import { next } from '#domain/transitions';
import { invitations } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, requireStageFor } from '../require.ts';

export const WithdrawInvitationInput = z.strictObject({
  cycleId: z.string(),
  reviewerId: z.string(),
  reason: Reason,
});

/** The office takes an invitation back, with the reason; seats that the expert holds are taken by reassigning. */
export async function withdrawInvitation(
  ctx: Context,
  input: z.input<typeof WithdrawInvitationInput>,
): Promise<Versioned<Invitation>> {
  allow(mayCheck(ctx.actor));
  const { cycleId, reviewerId, reason } = parse(WithdrawInvitationInput, input);
  const invitation = await ctx.store.get(keys.invitation(cycleId, reviewerId));
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  requireStageFor('invite', cycle);
  const withdrawn = { ...invitation, status: next(invitationTransitions, 'withdraw', invitation.status), reason };
  return commit(ctx, {
    chain: `invitations/${cycleId}`,
    action: 'invitation.withdrawn',
    cycleId,
    details: { reviewerId },
    writes: [save(invitations, withdrawn)],
    answer: { ...withdrawn, version: invitation.version + 1 },
  });
}
