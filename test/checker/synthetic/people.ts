import type { PersonPlan, SeasonPlan } from '#examples/xicheng-2011/index';
import type { Grant, PersonRecord } from '../record.ts';
import type { Actor } from './journal.ts';

export const subjectOf = ({ username }: Pick<PersonPlan, 'username'>): string => `subject-${username}`;
export const actorOf = (person: Pick<PersonPlan, 'username'>): Actor => ({ kind: 'person', id: subjectOf(person) });
export const workflow: Actor = { kind: 'system', id: 'workflow' };
export const anybody: Actor = { kind: 'public', id: 'public' };

const withGrant =
  (grant: Grant) =>
  (person: PersonPlan): PersonRecord => ({
    personId: subjectOf(person),
    username: `wenlan-${person.username}`,
    name: person.name,
    grants: [grant],
  });

export const peopleFor = (plan: SeasonPlan): PersonRecord[] => [
  ...plan.office.map((person) => withGrant({ role: 'office', duties: person.duties })(person)),
  ...plan.recommenders.map((person) => withGrant({ role: 'recommender', department: person.department })(person)),
  ...plan.committee.map(withGrant({ role: 'committee' })),
  ...plan.reviewers.map(withGrant({ role: 'reviewer' })),
  ...plan.units.map(({ contact }) => withGrant({ role: 'applicant' })(contact)),
];

/** The officer who holds a duty. */
export function officerOf({ office }: SeasonPlan, duty: 'administer' | 'draft' | 'check' | 'approve'): Actor {
  const found = office.find(({ duties }) => duties.includes(duty));
  if (!found) throw new Error(`nobody has the duty ${duty}`);
  return actorOf(found);
}
