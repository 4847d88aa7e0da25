import { nextStep } from '#domain/decisions';
import type { Audience } from '#domain/notifications';
import { type Actor, hasDuty, holds, type Person, speaksFor } from '#domain/people';
import { isConflicted, recommends } from '#domain/policies';
import { type Assignment, type AssignmentStatus, assignmentTransitions } from '#domain/reviews';
import { keys } from '#store/keys';
import type { OfficeRole } from '#store/records';
import { type Context, isPast } from '../context.ts';
import { hasStake } from '../cycles/stake.ts';
import { workplaceOf } from '../reviewers/workplace.ts';
import type { Case } from './case.ts';

/** A person as the policies see whoever acts. */
const asActor = ({ personId, name, grants }: Person) => ({ kind: 'person' as const, personId, name, grants });

/** Those who hold a role now. The list says only whom to look at: what they hold stands on the person. */
async function holders(ctx: Context, role: OfficeRole): Promise<Person[]> {
  const listed = await ctx.store.all<{ personId: string }>(keys.roleHolder(role, '').pk);
  const people = await ctx.store.getMany(listed.map(({ personId }) => keys.person(personId)));
  return people.filter((person) => holds(asActor(person), role));
}

/** Whoever has a stake in a unit's case, or in a matter of the whole cycle, is not told of it by their office. */
async function isBound(ctx: Context, { organization, cycle }: Case, person: Person): Promise<boolean> {
  const actor = { ...asActor(person), workplace: await workplaceOf(ctx, asActor(person)) };
  if (!organization) return cycle !== undefined && hasStake(ctx, actor, cycle);
  const { organizationId, name } = organization;
  return isConflicted(actor, { organizationId, organizationName: name });
}

async function able(ctx: Context, about: Case, role: OfficeRole, fits: (actor: Actor) => boolean): Promise<Person[]> {
  const fitting = (await holders(ctx, role)).filter((person) => fits(asActor(person)));
  const bound = await Promise.all(fitting.map((person) => isBound(ctx, about, person)));
  return fitting.filter((_, at) => !bound[at]);
}

async function people(ctx: Context, ...personIds: (string | undefined)[]): Promise<Person[]> {
  const known = [...new Set(personIds)].filter((personId) => personId !== undefined);
  return ctx.store.getMany(known.map((personId) => keys.person(personId)));
}

/** Whom the act itself names. */
function named({ event }: Case, detail: string): string | undefined {
  const personId = event.details[detail];
  return typeof personId === 'string' ? personId : undefined;
}

/** Ids that an act names, one or several. */
const textsIn = ({ details }: Case['event'], name: string): string[] => {
  const given = details[name];
  return Array.isArray(given) ? given : typeof given === 'string' ? [given] : [];
};

const office = (ctx: Context, about: Case, duty: Parameters<typeof hasDuty>[1]): Promise<Person[]> =>
  able(ctx, about, 'office', (actor) => hasDuty(actor, duty));

async function recommenders(ctx: Context, about: Case): Promise<Person[]> {
  const place = about.application ?? about.organization;
  return place ? able(ctx, about, 'recommender', (actor) => recommends(actor, place)) : [];
}

/** Once a unit is confirmed only somebody who still speaks for it is told of its case. */
async function representative(ctx: Context, { organization }: Case): Promise<Person[]> {
  if (!organization) return [];
  const found = await people(ctx, organization.registeredBy);
  return organization.status === 'confirmed'
    ? found.filter((person) => speaksFor(asActor(person), organization.organizationId))
    : found;
}

const owing = new Set<AssignmentStatus>(assignmentTransitions.reassign.from);

async function owingReviewers(
  ctx: Context,
  { application }: Case,
  fits: (assignment: Assignment) => boolean = () => true,
): Promise<Person[]> {
  if (!application) return [];
  const { pk, sk } = keys.assignment(application.applicationId, '');
  const assignments = await ctx.store.all<Assignment>(pk, sk);
  const owed = assignments.filter((assignment) => owing.has(assignment.status) && fits(assignment));
  return people(ctx, ...owed.map(({ reviewerId }) => reviewerId));
}

/** Nobody acts twice in a chain, so those who did are not asked again; whoever drafted may draft anew. */
async function nextApprovers(ctx: Context, about: Case): Promise<Person[]> {
  const { decision } = about;
  const step = decision?.status === 'in-approval' ? nextStep(decision) : 'draft';
  if (!step) return [];
  if (step === 'draft') return office(ctx, about, 'draft');
  const acted = new Set(decision?.acts.map(({ personId }) => personId));
  const may = step === 'sign' ? await able(ctx, about, 'committee', () => true) : await office(ctx, about, step);
  return may.filter(({ personId }) => !acted.has(personId));
}

/** Who belongs to an audience in this case, each person once. */
export function recipientsOf(ctx: Context, audience: Audience, about: Case): Promise<Person[]> {
  switch (audience) {
    case 'representative':
      return representative(ctx, about);
    case 'recommenders':
      return recommenders(ctx, about);
    case 'returner':
      return about.application?.returned?.by === 'office' ? office(ctx, about, 'check') : recommenders(ctx, about);
    case 'reviewer':
      return people(ctx, about.assignment?.reviewerId);
    case 'successor':
      return people(ctx, about.successor?.reviewerId);
    case 'visitor':
      return people(ctx, named(about, 'visitorId'));
    case 'next-visitor':
      return people(ctx, named(about, 'nextVisitorId'));
    case 'visitors':
      return people(ctx, ...textsIn(about.event, 'visitorIds'));
    case 'joining':
      return people(ctx, ...textsIn(about.event, 'joinedIds'));
    case 'leaving':
      return people(ctx, ...textsIn(about.event, 'leftIds'));
    case 'owing-reviewers':
      return owingReviewers(ctx, about);
    case 'overdue-reviewers':
      return owingReviewers(ctx, about, ({ dueAt }) => isPast(ctx, dueAt));
    case 'invited':
      return people(ctx, ...textsIn(about.event, 'reviewerIds'));
    case 'invitee':
      return people(ctx, ...textsIn(about.event, 'reviewerId'));
    case 'administrators':
      return office(ctx, about, 'administer');
    case 'drafters':
      return office(ctx, about, 'draft');
    case 'checkers':
      return office(ctx, about, 'check');
    case 'approvers':
      return office(ctx, about, 'approve');
    case 'next-approvers':
      return nextApprovers(ctx, about);
  }
}
