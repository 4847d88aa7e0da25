import * as z from 'zod';
import type { Organization } from '#domain/organizations';
import { personIdOf, speaksFor } from '#domain/people';
import { oversees, recommends } from '#domain/policies';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const OrganizationRef = z.strictObject({ organizationId: z.string() });

/** @throws AwardError `NotFound` for everybody but the unit itself, its recommender and those who oversee. */
export async function getOrganization(
  ctx: Context,
  input: z.input<typeof OrganizationRef>,
): Promise<Versioned<Organization>> {
  const { organizationId } = parse(OrganizationRef, input);
  const organization = await ctx.store.get(keys.organization(organizationId));
  const isOwn = organization.registeredBy === personIdOf(ctx.actor) || speaksFor(ctx.actor, organizationId);
  allow(isOwn || recommends(ctx.actor, organization) || oversees(ctx.actor), 'NotFound');
  return organization;
}
