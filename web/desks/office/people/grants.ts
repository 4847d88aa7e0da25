import type { Grant } from '#domain/people';
import type { Tell } from '#web/messages/language.tsx';
import { people } from '#web/messages/people.ts';

type Names = { readonly category: (categoryId: string) => string; readonly area: (areaId: string) => string };

/** A role with its scope in words: 推荐单位（教委：学校）. */
export function grantWords(grant: Grant, tell: Tell, names: Names, comma: string): string {
  const role = tell(people.role[grant.role]);
  switch (grant.role) {
    case 'office':
      return tell(people.of(role, grant.duties.map((duty) => tell(people.dutyNames[duty])).join(comma)));
    case 'recommender': {
      const places = [...grant.categoryIds.map(names.category), ...(grant.areaIds ?? []).map(names.area)];
      return tell(people.of(role, `${grant.department} · ${places.join(comma)}`));
    }
    default:
      return role;
  }
}

type Duty = Extract<Grant, { role: 'office' }>['duties'][number];
export type Recommends = { readonly department: string; readonly categoryIds: string[]; readonly areaIds: string[] };

/** The roles as the form holds them; those that come from a confirmed letter are not among them. */
export type Roles = {
  readonly duties: readonly Duty[];
  readonly isOffice: boolean;
  readonly reviewer: boolean;
  readonly committee: boolean;
  readonly supervisor: boolean;
  readonly recommends: readonly Recommends[];
};

export function rolesOf(grants: readonly Grant[]): Roles {
  const has = (role: Grant['role']): boolean => grants.some((grant) => grant.role === role);
  return {
    isOffice: has('office'),
    duties: [...new Set(grants.flatMap((grant) => (grant.role === 'office' ? grant.duties : [])))],
    reviewer: has('reviewer'),
    committee: has('committee'),
    supervisor: has('supervisor'),
    recommends: grants.flatMap((grant) =>
      grant.role === 'recommender'
        ? [{ department: grant.department, categoryIds: grant.categoryIds, areaIds: grant.areaIds ?? [] }]
        : [],
    ),
  };
}

export function grantsOfRoles({ isOffice, duties, reviewer, committee, supervisor, recommends }: Roles): Grant[] {
  return [
    ...(isOffice ? [{ role: 'office' as const, duties: [...duties] }] : []),
    ...(reviewer ? [{ role: 'reviewer' as const }] : []),
    ...(committee ? [{ role: 'committee' as const }] : []),
    ...(supervisor ? [{ role: 'supervisor' as const }] : []),
    ...recommends.map(({ department, categoryIds, areaIds }) => ({
      role: 'recommender' as const,
      department,
      categoryIds,
      ...(areaIds.length > 0 && { areaIds }),
    })),
  ];
}

/** Whether whoever acts would lose their own administration by it. */
export const losesAdministration = (isOwn: boolean, before: Roles, after: Roles): boolean =>
  isOwn &&
  before.isOffice &&
  before.duties.includes('administer') &&
  !(after.isOffice && after.duties.includes('administer'));
