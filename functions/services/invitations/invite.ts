import * as z from 'zod';
import { invitationTransitions } from '#domain/invitations';
import { personIdOf } from '#domain/people';
import { mayCheck } from '#domain/policies';
import { next } from '#domain/transitions';
import { invitations } from '#store/entities';
import { keys } from '#store/keys';
import { create, save, type Write } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, refuseFields, requireStageFor } from '../require.ts';
import { invitationsOf } from '../reviewers/pool.ts';

/** What one transaction takes beside its bookkeeping. */
const mostAtOnce = 80;

export const InviteInput = z.strictObject({
  cycleId: z.string(),
  reviewerIds: z.array(z.string()).min(1).max(mostAtOnce),
});

/**
 * The office invites experts of its pool to review in a cycle, one or many; each is told by mail. Whoever was asked
 * already stays as they are; who declined, or whose invitation was withdrawn, is asked again.
 * @throws AwardError `InvalidInput` at `reviewerIds.<n>` for somebody who is not in the pool; nobody is invited then.
 */
export async function invite(ctx: Context, input: z.input<typeof InviteInput>): Promise<{ invited: string[] }> {
  allow(mayCheck(ctx.actor));
  const { cycleId, reviewerIds } = parse(InviteInput, input);
  const wanted = [...new Set(reviewerIds)];
  return anew(async () => {
    const cycle = await ctx.store.get(keys.cycle(cycleId));
    requireStageFor('invite', cycle);
    const entries = await ctx.store.getMany(wanted.map((reviewerId) => keys.reviewer(reviewerId)));
    const known = new Set(entries.map(({ reviewerId }) => reviewerId));
    refuseFields(reviewerIds.flatMap((id, at) => (known.has(id) ? [] : [notInPool(at)])));
    const before = await invitationsOf(ctx, cycleId);
    const invited: string[] = [];
    const writes = wanted.flatMap((reviewerId): Write[] => {
      const asked = before.get(reviewerId);
      const by = { invitedBy: personIdOf(ctx.actor) ?? 'system', invitedAt: ctx.clock.now() };
      if (asked && !invitationTransitions.inviteAgain.from.some((status) => status === asked.status)) return [];
      invited.push(reviewerId);
      if (!asked) return [create(invitations, { cycleId, reviewerId, status: 'invited', ...by })];
      const status = next(invitationTransitions, 'inviteAgain', asked.status);
      return [save(invitations, { cycleId, reviewerId, status, ...by, version: asked.version })];
    });
    return commit(ctx, {
      chain: `invitations/${cycleId}`,
      action: 'reviewers.invited',
      cycleId,
      details: { reviewerIds: invited },
      writes,
      answer: { invited },
    });
  });
}

const notInPool = (at: number) => ({
  path: `reviewerIds.${at}`,
  code: 'NotInPool',
  zh: '专家库中没有这位专家，请先入库再邀请。',
  en: 'There is no such expert in the pool; take them in first.',
});
