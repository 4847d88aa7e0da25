import type { Application } from './applications.ts';
import { normalizeName } from './names.ts';
import type { Organization } from './organizations.ts';
import type { Person } from './people.ts';
import type { Reviewer } from './reviews.ts';

export type ConflictSource = 'same-organization' | 'declared' | 'keep-apart' | 'same-area';

/** A reason why a reviewer must not review a unit, and what it rests on. */
export type Conflict = { readonly source: ConflictSource; readonly why: string };

type Reviewed = Pick<Application, 'organizationId' | 'organizationName' | 'areaId'> &
  Partial<Pick<Organization, 'creditCode'>>;

type Reviewing = Pick<Reviewer, 'organizationName' | 'organizationCode' | 'areaIds' | 'conflicts'>;

type Rules = {
  /** Whether the cycle keeps reviewers away from their own street (a setting; by default it does not). */
  readonly avoidSameArea?: boolean | undefined;
};

/**
 * Every reason to recuse (回避) between a reviewer and a unit: same unit by its credit code or by its name however it
 * is spelt, what the reviewer declared, whom the office keeps apart, and the same street where the cycle says so.
 */
export function conflictsOf(reviewer: Reviewing, reviewed: Reviewed, { avoidSameArea }: Rules = {}): Conflict[] {
  const sameCode = reviewer.organizationCode !== undefined && reviewer.organizationCode === reviewed.creditCode;
  const sameName = normalizeName(reviewer.organizationName) === normalizeName(reviewed.organizationName);
  return [
    ...(sameCode ? [{ source: 'same-organization' as const, why: 'credit code' }] : []),
    ...(sameName ? [{ source: 'same-organization' as const, why: 'name' }] : []),
    ...reviewer.conflicts
      .filter((conflict) => conflict.organizationId === reviewed.organizationId)
      .map(({ source, reason }) => ({ source, why: reason })),
    ...(avoidSameArea && reviewer.areaIds.includes(reviewed.areaId)
      ? [{ source: 'same-area' as const, why: reviewed.areaId }]
      : []),
  ];
}

/** Whoever speaks for a unit does not review it, whatever their profile says. */
export const speaksForReviewed = (person: Pick<Person, 'grants'>, organizationId: string): boolean =>
  person.grants.some((grant) => grant.role === 'applicant' && grant.organizationId === organizationId);
