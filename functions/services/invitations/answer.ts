import * as z from 'zod';
import { type Invitation, invitationTransitions } from '#domain/invitations';
import { holds, personIdOf } from '#domain/people';
import { LimitedText } from '#domain/texts';
import { next } from '#domain/transitions';
import { invitations } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, refuseFields, requireStageFor } from '../require.ts';

export const AnswerInvitationInput = z.strictObject({
  cycleId: z.string(),
  verdict: z.enum(['accept', 'decline']),
  /** Of who declines: why. */
  reason: LimitedText(500).default(''),
  /** Of who accepts: the most applications that they take in this cycle. */
  maximumLoad: z.int().min(1).max(1000).optional(),
});

const actions = { accept: 'invitation.accepted', decline: 'invitation.declined' } as const;

const reasonMissing = {
  path: 'reason',
  code: 'Required',
  zh: '谢绝邀请请说明理由。',
  en: 'Say why you decline.',
};

/**
 * An expert accepts or declines the invitation to a cycle, and may change their mind; panels on which they sit already
 * they leave by recusing themselves.
 */
export async function answerInvitation(
  ctx: Context,
  input: z.input<typeof AnswerInvitationInput>,
): Promise<Versioned<Invitation>> {
  allow(holds(ctx.actor, 'reviewer'));
  const { cycleId, verdict, reason, maximumLoad } = parse(AnswerInvitationInput, input);
  refuseFields(verdict === 'decline' && reason.trim() === '' ? [reasonMissing] : []);
  const reviewerId = personIdOf(ctx.actor) ?? '';
  const invitation = await ctx.store.get(keys.invitation(cycleId, reviewerId));
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  requireStageFor('invite', cycle);
  const { invitedBy, invitedAt, version } = invitation;
  const status = next(invitationTransitions, verdict, invitation.status);
  const answered: Versioned<Invitation> = {
    ...{ cycleId, reviewerId, invitedBy, invitedAt, version, status, answeredAt: ctx.clock.now() },
    ...(verdict === 'decline' && { reason }),
    ...(verdict === 'accept' && maximumLoad !== undefined && { maximumLoad }),
  };
  return commit(ctx, {
    chain: `invitations/${cycleId}`,
    action: actions[verdict],
    cycleId,
    details: { reviewerId },
    writes: [save(invitations, answered)],
    answer: { ...answered, version: version + 1 },
  });
}
