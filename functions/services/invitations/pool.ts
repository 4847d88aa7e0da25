import type { z } from 'zod';
import { barsFromCategory, barsFromCycle, loadLimit } from '#domain/experts';
import type { Refusal } from '#domain/fields';
import type { Invitation } from '#domain/invitations';
import { oversees } from '#domain/policies';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { invitationsOf, wholePool } from '../reviewers/pool.ts';
import { ListInvitationsInput } from './list.ts';

export type PoolMember = {
  readonly reviewerId: string;
  readonly name: string;
  readonly organizationName: string;
  readonly outside: boolean;
  /** The most that they take in this cycle. */
  readonly maximumLoad: number;
  readonly invitation?: Invitation['status'];
  /** Why they are not drawn in this cycle at all. */
  readonly reasons: readonly Refusal[];
  readonly categories: readonly {
    readonly categoryId: string;
    readonly drawn: boolean;
    readonly reasons: readonly Refusal[];
  }[];
};

/** Who may be drawn for which category of a cycle, and why somebody may not; conflicts are asked for by application. */
export async function reviewerPool(
  ctx: Context,
  input: z.input<typeof ListInvitationsInput>,
): Promise<{ items: PoolMember[] }> {
  allow(oversees(ctx.actor));
  const { cycleId } = parse(ListInvitationsInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const [pool, invitations] = await Promise.all([wholePool(ctx), invitationsOf(ctx, cycleId)]);
  const items = pool.map((reviewer): PoolMember => {
    const { reviewerId, name, organizationName, outside = false } = reviewer;
    const invitation = invitations.get(reviewerId);
    const reasons = barsFromCycle(reviewer, invitation, cycle);
    const categories = cycle.categories.map(({ categoryId }) => {
      const all = [...reasons, ...barsFromCategory(reviewer, categoryId)];
      return { categoryId, drawn: all.length === 0, reasons: all };
    });
    const maximumLoad = loadLimit(reviewer, invitation);
    const answer = invitation && { invitation: invitation.status };
    return { reviewerId, name, organizationName, outside, maximumLoad, ...answer, reasons, categories };
  });
  return { items };
}
