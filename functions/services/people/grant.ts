import * as z from 'zod';
import { Grant, type Person } from '#domain/people';
import { mayAdminister } from '#domain/policies';
import { people, personNames, roleHolders } from '#store/entities';
import { keys } from '#store/keys';
import type { OfficeRole } from '#store/records';
import { overwrite, remove, save, type Write } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const GrantInput = z.strictObject({ personId: z.string(), grants: z.array(Grant).max(20) });

const rolesOf = (grants: readonly Grant[]): OfficeRole[] => [
  ...new Set(grants.flatMap(({ role }) => (role === 'applicant' ? [] : [role]))),
];

/** Keeps the list of those who hold a role true to the person's grants. */
const listed = (personId: string, before: readonly OfficeRole[], after: readonly OfficeRole[]): Write[] => [
  ...after.map((role) => overwrite(roleHolders, { role, personId })),
  ...before.filter((role) => !after.includes(role)).map((role) => remove(keys.roleHolder(role, personId))),
];

/** Whoever was enrolled before people were listed by their name is found by it from now on. */
const named = ({ personId, username, name }: Person): Write => overwrite(personNames, { personId, username, name });

/**
 * Sets the roles that the office gives a person. Speaking for an organization is not among them: that comes from the
 * recommender's confirmation of the sealed letter, so those grants stay as they are.
 */
export async function grant(ctx: Context, input: z.input<typeof GrantInput>): Promise<Person> {
  allow(ctx.actor.kind === 'system' || mayAdminister(ctx.actor));
  const { personId, grants } = parse(GrantInput, input);
  allow(!grants.some((each) => each.role === 'applicant'));
  const person = await ctx.store.get(keys.person(personId));
  const kept = person.grants.filter((each) => each.role === 'applicant');
  const next = { ...person, grants: [...kept, ...grants] };
  return commit(ctx, {
    chain: `person/${personId}`,
    action: 'person.roles-set',
    details: { personId, roles: grants.map((each) => each.role) },
    writes: [save(people, next), named(person), ...listed(personId, rolesOf(person.grants), rolesOf(grants))],
    answer: next,
  });
}
