import type { Area } from './areas.ts';
import type { GroupRules } from './cycles.ts';
import { normalizeName } from './names.ts';
import type { Reviewer } from './reviews.ts';

type Affiliated = Pick<Reviewer, 'organizationName' | 'organizationCode'>;

const namesOf = ({ organizationName, organizationCode }: Affiliated): string[] => [
  `name:${normalizeName(organizationName)}`,
  ...(organizationCode ? [`code:${organizationCode}`] : []),
];

/**
 * Which reviewers are of one organization, as a number for each, equal for the same: by credit code, or by name however
 * it is spelt. Who shares a code with one and a name with another joins the two, so that no spelling gets two of an
 * organization onto one panel.
 */
export function affiliationsOf(reviewers: readonly Affiliated[]): number[] {
  const parent: number[] = [];
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] as number;
    return root;
  };
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, parent.length);
    return parent.push(parent.length) - 1;
  };
  for (const reviewer of reviewers) {
    const [first = 0, ...others] = namesOf(reviewer).map(numberOf);
    for (const other of others) parent[rootOf(other)] = rootOf(first);
  }
  const dense = new Map<number, number>();
  return reviewers.map((reviewer) => {
    const root = rootOf(numberOf(namesOf(reviewer)[0] ?? ''));
    if (!dense.has(root)) dense.set(root, dense.size);
    return dense.get(root) as number;
  });
}

/** 外请专家: somebody of whom it is known where they work or live, and that is no area of this district. */
export const isOutsideExpert = ({ areaIds }: Pick<Reviewer, 'areaIds'>, areas: readonly Area[]): boolean =>
  areaIds.length > 0 && !areas.some(({ areaId }) => areaIds.includes(areaId));

type Joining = {
  readonly pool: readonly Reviewer[];
  /** Who stays on the panel, and how many it should be. */
  readonly sitting: readonly string[];
  readonly size: number;
  readonly rules: GroupRules;
  readonly areas: readonly Area[];
};

/**
 * Who may join a panel under its group rules: nobody of an organization that sits there already, and only outside
 * experts once the seats that are left are all needed for them.
 */
export function joining({ pool, sitting, size, rules, areas }: Joining): (reviewerId: string) => boolean {
  const affiliations = affiliationsOf(pool);
  const organizationOf = new Map(pool.map(({ reviewerId }, at) => [reviewerId, affiliations[at] as number]));
  const taken = new Set(sitting.map((id) => organizationOf.get(id)));
  const outside = new Set(pool.filter((each) => isOutsideExpert(each, areas)).map(({ reviewerId }) => reviewerId));
  const wanted = (rules.outsideExperts ?? 0) - sitting.filter((id) => outside.has(id)).length;
  const onlyOutside = wanted > 0 && wanted >= size - sitting.length;
  return (reviewerId) =>
    !(rules.onePerOrganization && taken.has(organizationOf.get(reviewerId))) &&
    (!onlyOutside || outside.has(reviewerId));
}
