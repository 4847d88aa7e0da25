import * as z from 'zod';
import { AwardError } from '#domain/errors';
import { type Organization, organizationTransitions } from '#domain/organizations';
import { isConflicted, mayRecommend } from '#domain/policies';
import { next } from '#domain/transitions';
import { organizations, people } from '#store/entities';
import { keys } from '#store/keys';
import { remove, save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { claimOf } from './register.ts';

export const ConfirmInput = z.strictObject({
  organizationId: z.string(),
  verdict: z.enum(['confirm', 'refuse']),
  reason: z.string().trim().max(500).optional(),
});

/**
 * The recommender compares the sealed letter; from then on the person who registered the unit speaks for it. A refused
 * registration gives the unit's code or name free, so that the unit can register again as it should.
 */
export async function confirmOrganization(ctx: Context, input: z.input<typeof ConfirmInput>): Promise<Organization> {
  const { organizationId, verdict, reason } = parse(ConfirmInput, input);
  const organization = await ctx.store.get(keys.organization(organizationId));
  allow(mayRecommend(ctx.actor, organization));
  allow(!isConflicted(ctx.actor, { organizationId, organizationName: organization.name }), 'ConflictOfInterest');
  const status = next(organizationTransitions, verdict, organization.status);
  if (verdict === 'confirm' && !organization.letterId) {
    throw new AwardError('Incomplete', {
      fields: [
        {
          path: 'letter',
          code: 'Missing',
          zh: '尚未上传盖章授权函。',
          en: 'The sealed letter of authority is missing.',
        },
      ],
    });
  }
  const confirmed = { ...organization, status, ...(reason && { reason }) };
  const representative = await ctx.store.get(keys.person(organization.registeredBy));
  const speaks = {
    ...representative,
    grants: [...representative.grants, { role: 'applicant' as const, organizationId }],
  };
  return commit(ctx, {
    chain: `organization/${organizationId}`,
    action: verdict === 'confirm' ? 'organization.confirmed' : 'organization.refused',
    details: { organizationId, recommender: organization.recommender },
    writes: [
      save(organizations, confirmed),
      verdict === 'confirm' ? save(people, speaks) : remove(keys.unique(...claimOf(organization))),
    ],
    answer: confirmed,
  });
}
