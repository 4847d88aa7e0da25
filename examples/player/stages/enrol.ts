import type { PersonPlan } from '#examples/xicheng-2011/index';
import { Refused } from '../client.ts';
import { type Game, stage } from '../game.ts';
import type { PersonShape } from '../shapes.ts';

/** The version of the privacy text that everybody in the season agreed to. */
const consentTextVersion = '2026-01';

/** Everybody's id at the identity provider, by the key of the plan. */
export type PersonIds = ReadonlyMap<string, string>;

type Role = Readonly<Record<string, unknown>> & { readonly role: string };
type Enrolled = PersonPlan & { readonly roles: readonly Role[] };

/** All people of the season with the roles that the office gives them; applicants get theirs by their letter. */
function everybody({ plan }: Game): Enrolled[] {
  const withRole = (people: readonly PersonPlan[], role: Role) =>
    people.map((person) => ({ ...person, roles: [role] }));
  return [
    ...plan.office.map((person) => ({ ...person, roles: [{ role: 'office', duties: person.duties }] })),
    ...plan.recommenders.map((person) => ({
      ...person,
      roles: [{ role: 'recommender', department: person.department, categoryIds: person.categoryIds }],
    })),
    ...withRole(plan.committee, { role: 'committee' }),
    ...withRole([plan.supervisor], { role: 'supervisor' }),
    ...withRole(plan.reviewers, { role: 'reviewer' }),
    ...plan.units.map(({ contact }) => ({ ...contact, roles: [] })),
  ];
}

async function enrolled({ people }: Game, person: PersonPlan): Promise<PersonShape> {
  const client = people.as(person);
  try {
    return await client.get<PersonShape>('/me');
  } catch (error) {
    if (!(error instanceof Refused && error.status === 404)) throw error;
    const { name, phone } = person;
    return client.post<PersonShape>('/me', 'enrol', { name, phone, consentTextVersion });
  }
}

/** Everybody signs up and makes themselves known; then the administrator gives the season's people their roles. */
export async function enrol(game: Game): Promise<PersonIds> {
  const ids = new Map<string, string>();
  await stage(game, '注册与授权 people', everybody(game), async ({ roles, ...person }) => {
    const { personId, grants } = await enrolled(game, person);
    ids.set(person.key, personId);
    if (roles.every(({ role }) => grants.some((grant) => grant.role === role))) return;
    await game.people.administrator.post(`/people/${personId}/grants`, `grants/${personId}`, { grants: roles });
  });
  return ids;
}
