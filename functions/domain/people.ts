import * as z from 'zod';
import { normalizeName } from './names.ts';

/** What somebody may do in the office: duties of one chain are held by different people. */
export const officeDuties = ['administer', 'draft', 'check', 'approve'] as const;

/** A role that a person holds, with its scope. Roles are read from the table at each request. */
export const Grant = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('applicant'), organizationId: z.string() }),
  z.strictObject({
    role: z.literal('recommender'),
    /** The lead department that it speaks for; quotas count by it. */
    department: z.string().trim().min(1).max(50),
    categoryIds: z.array(z.string()).min(1).max(50),
    /** Areas with all that lies below them; absent: every area. */
    areaIds: z.array(z.string()).min(1).max(300).optional(),
  }),
  z.strictObject({ role: z.literal('reviewer') }),
  z.strictObject({ role: z.literal('office'), duties: z.array(z.enum(officeDuties)).min(1) }),
  z.strictObject({ role: z.literal('committee') }),
  z.strictObject({ role: z.literal('supervisor') }),
]);
export type Grant = z.infer<typeof Grant>;
export type Role = Grant['role'];

export const Person = z.object({
  /** The `sub` of the sign-in token. */
  personId: z.string(),
  name: z.string(),
  username: z.string(),
  phone: z.string().optional(),
  email: z.string().optional(),
  consent: z.object({ textVersion: z.string(), at: z.string() }),
  grants: z.array(Grant),
});
export type Person = z.infer<typeof Person>;

/** Where an officer works by their own entry in the pool of experts: the unit, if it is registered, and its name. */
export type Workplace = { readonly organizationName: string; readonly organizationId?: string | undefined };

/** Who acts: a signed-in person, the system itself (a workflow or the schedule), or anybody. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly name: string;
      readonly grants: readonly Grant[];
      readonly workplace?: Workplace | undefined;
    }
  | { readonly kind: 'system'; readonly process: string }
  | { readonly kind: 'public' };

/** The grants of one role that an actor holds. */
export const grantsOf = <R extends Role>(actor: Actor, role: R): Extract<Grant, { role: R }>[] =>
  actor.kind === 'person'
    ? actor.grants.filter((grant): grant is Extract<Grant, { role: R }> => grant.role === role)
    : [];

export const holds = (actor: Actor, role: Role): boolean => grantsOf(actor, role).length > 0;

export const hasDuty = (actor: Actor, duty: (typeof officeDuties)[number]): boolean =>
  grantsOf(actor, 'office').some((grant) => grant.duties.includes(duty));

export const personIdOf = (actor: Actor): string | undefined => (actor.kind === 'person' ? actor.personId : undefined);

/** Works in a unit, by code or by its name however it is spelt. */
export function worksFor(
  actor: Actor,
  unit: { readonly organizationId: string; readonly organizationName?: string },
): boolean {
  const workplace = actor.kind === 'person' ? actor.workplace : undefined;
  if (!workplace) return false;
  return (
    workplace.organizationId === unit.organizationId ||
    (unit.organizationName !== undefined &&
      normalizeName(workplace.organizationName) === normalizeName(unit.organizationName))
  );
}

/** Speaks for an organization: somebody whose letter of authority was confirmed. */
export const speaksFor = (actor: Actor, organizationId: string): boolean =>
  grantsOf(actor, 'applicant').some((grant) => grant.organizationId === organizationId);
