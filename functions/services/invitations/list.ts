import * as z from 'zod';
import type { Cycle } from '#domain/cycles';
import type { Invitation } from '#domain/invitations';
import { holds, personIdOf } from '#domain/people';
import { oversees } from '#domain/policies';
import { keys, lists } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { invitationsOf } from '../reviewers/pool.ts';

export const ListInvitationsInput = z.strictObject({ cycleId: z.string() });

/** Who was invited to a cycle and what they answered, for those who oversee it. */
export async function listInvitations(
  ctx: Context,
  input: z.input<typeof ListInvitationsInput>,
): Promise<{ items: Versioned<Invitation>[] }> {
  allow(oversees(ctx.actor));
  const { cycleId } = parse(ListInvitationsInput, input);
  return { items: [...(await invitationsOf(ctx, cycleId)).values()] };
}

/** An invitation as the invited sees it: the cycle by its title and the end of the review, and who asks by office. */
export type OwnInvitation = Versioned<Omit<Invitation, 'invitedBy' | 'reviewerId'>> &
  Pick<Cycle, 'title' | 'issuer'> & { readonly reviewBy: string };

/** One's own invitations, newest first. */
export async function ownInvitations(ctx: Context): Promise<{ items: OwnInvitation[] }> {
  allow(holds(ctx.actor, 'reviewer'));
  const pk = lists.invitations(personIdOf(ctx.actor) ?? '');
  const own = await ctx.store.indexed<Invitation>({ index: 'lists', pk, descending: true });
  const cycles = await ctx.store.getMany(own.map(({ cycleId }) => keys.cycle(cycleId)));
  const cycleOf = new Map(cycles.map((cycle) => [cycle.cycleId, cycle]));
  const items = own.flatMap(({ invitedBy: _, reviewerId: __, ...invitation }) => {
    const cycle = cycleOf.get(invitation.cycleId);
    if (!cycle) return [];
    return [{ ...invitation, title: cycle.title, issuer: cycle.issuer, reviewBy: cycle.windows.reviewBy }];
  });
  return { items };
}
