import type { PersonPlan, ReviewerPlan, SeasonPlan } from '#examples/xicheng-2011/index';
import type { PersonRecord } from './record.ts';

/** The season's people have accounts of their own beside the demo ones. */
const accountPrefix = 'wenlan-';

/** Who is who: the plan's people and the subjects of their accounts. */
export type Directory = {
  /** The subject of one of the plan's people; undefined if there is no such account. */
  subjectOf(person: Pick<PersonPlan, 'username'>): string | undefined;
  reviewerOf(subject: string): ReviewerPlan | undefined;
  /** A name for a subject, for the reader of a problem. */
  nameOf(subject: string): string;
};

export function directoryOf(people: readonly PersonRecord[], plan: SeasonPlan): Directory {
  const subjects = new Map(people.map((person) => [person.username, person.personId]));
  const subjectOf = ({ username }: Pick<PersonPlan, 'username'>) => subjects.get(`${accountPrefix}${username}`);
  const reviewers = new Map(plan.reviewers.map((each) => [subjectOf(each), each]));
  const names = new Map(people.map((person) => [person.personId, person.username]));
  return {
    subjectOf,
    reviewerOf: (subject) => reviewers.get(subject),
    nameOf: (subject) => names.get(subject) ?? subject,
  };
}
