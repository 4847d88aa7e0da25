import type { Organization } from '#domain/organizations';
import { grantsOf, personIdOf } from '#domain/people';
import { keys } from '#store/keys';
import type { Registration } from '#store/records';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';

/** The organizations that the person speaks for, and those that they registered and that wait for confirmation. */
export async function ownOrganizations(ctx: Context): Promise<{ items: Versioned<Organization>[] }> {
  const personId = personIdOf(ctx.actor) ?? '';
  const registered = await ctx.store.all<Registration>(keys.registration(personId, '').pk);
  const spokenFor = grantsOf(ctx.actor, 'applicant').map((grant) => grant.organizationId);
  const organizationIds = new Set([...registered.map((each) => each.organizationId), ...spokenFor]);
  return { items: await ctx.store.getMany([...organizationIds].map((each) => keys.organization(each))) };
}
