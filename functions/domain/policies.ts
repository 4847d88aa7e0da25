import type { Application } from './applications.ts';
import { type Instant, millisOf } from './instants.ts';
import { type Actor, grantsOf, hasDuty, holds, type Person, personIdOf, speaksFor, worksFor } from './people.ts';
import type { Assignment } from './reviews.ts';

/** Who may do what (domain.md §2), one sentence each. What no predicate allows is refused. */

type Place = { readonly categoryId: string; readonly areaPath: readonly string[]; readonly recommender: string };

/** The applicant, and only the applicant, edits its own application. */
export const mayEdit = (actor: Actor, application: Pick<Application, 'organizationId'>): boolean =>
  speaksFor(actor, application.organizationId);

/** A recommender acts in its own categories and areas, on units that chose its department. */
export const recommends = (actor: Actor, place: Place): boolean =>
  grantsOf(actor, 'recommender').some(
    (grant) =>
      grant.department === place.recommender &&
      grant.categoryIds.includes(place.categoryId) &&
      (grant.areaIds === undefined || grant.areaIds.some((areaId) => place.areaPath.includes(areaId))),
  );

/**
 * Whoever speaks for a unit, or works there by their own entry in the pool of experts, has a stake in its case and
 * does no office act in it.
 */
export const isConflicted = (
  actor: Actor,
  application: Pick<Application, 'organizationId'> & Partial<Pick<Application, 'organizationName'>>,
): boolean => speaksFor(actor, application.organizationId) || worksFor(actor, application);

export const mayRecommend = (actor: Actor, place: Place): boolean =>
  recommends(actor, place) || hasDuty(actor, 'check');

/** Formal check, returns, vetoes, extensions: the office, by somebody with the duty. */
export const mayCheck = (actor: Actor): boolean => hasDuty(actor, 'check');

/** Lists, notices and decisions are drafted by one officer, checked by another and approved by a third. */
export const mayDraft = (actor: Actor): boolean => hasDuty(actor, 'draft');
export const mayApprove = (actor: Actor): boolean => hasDuty(actor, 'approve');

/** How old the sign-in of whoever signs a decision may be, in minutes: it is they who sign, not their open desk. */
export const signInMinutes = 5;

/** Whether a sign-in is recent enough for signing. Clocks may differ by a minute. */
export function isRecentSignIn(signedInAt: Instant | undefined, now: Instant): boolean {
  if (signedInAt === undefined) return false;
  const age = millisOf(now) - millisOf(signedInAt);
  return age >= -60_000 && age <= signInMinutes * 60_000;
}

/** The identity of an objector: the office that handles the case, and the supervisor. */
export const maySeeObjector = (actor: Actor): boolean => holds(actor, 'office') || holds(actor, 'supervisor');

export const mayAdminister = (actor: Actor): boolean => hasDuty(actor, 'administer');

/** A reviewer scores only what was assigned to them; the office never scores, whatever other role its people hold. */
export const isAssignee = (actor: Actor, assignment: Pick<Assignment, 'reviewerId'>): boolean =>
  holds(actor, 'reviewer') && !holds(actor, 'office') && personIdOf(actor) === assignment.reviewerId;

/** The office sees everything in the cycle but other people's scores of an open round; the supervisor sees that too. */
export const oversees = (actor: Actor): boolean =>
  holds(actor, 'office') || holds(actor, 'committee') || holds(actor, 'supervisor');

/** Who may see an application at all. Reviewers see it through their assignment. */
export const maySee = (actor: Actor, application: Application): boolean =>
  mayEdit(actor, application) || recommends(actor, application) || oversees(actor);

/** Scores of others: the supervisor at any time, office and committee once the round is closed, nobody else. */
export const maySeeScores = (actor: Actor, roundIsClosed: boolean): boolean =>
  holds(actor, 'supervisor') || (roundIsClosed && (holds(actor, 'office') || holds(actor, 'committee')));

const inOffice: readonly string[] = ['office', 'committee', 'supervisor'];

/**
 * The name behind an id in a record. Office and supervisor list all people anyway; the committee learns who acts in the
 * office's name, and of nobody who reviews; whoever does not oversee a cycle learns none.
 */
export const mayKnowName = (actor: Actor, person: Pick<Person, 'grants'>): boolean =>
  holds(actor, 'office') ||
  holds(actor, 'supervisor') ||
  (holds(actor, 'committee') &&
    person.grants.some(({ role }) => inOffice.includes(role)) &&
    !person.grants.some(({ role }) => role === 'reviewer'));
