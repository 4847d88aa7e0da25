import type { GroupRules } from './cycles.ts';
import { normalizeName } from './names.ts';
import type { Reviewer } from './reviews.ts';

type Affiliated = Pick<Reviewer, 'organizationName' | 'organizationCode' | 'thirdParty'>;

const keysOf = (name: string, code: string | undefined): string[] => [
  `name ${normalizeName(name)}`,
  ...(code ? [`code ${code}`] : []),
];

/** All that a reviewer belongs to: their unit and the third-party firm for which they review, by name and by code. */
const belongings = ({ organizationName, organizationCode, thirdParty }: Affiliated): string[] => [
  ...keysOf(organizationName, organizationCode),
  ...(thirdParty ? keysOf(thirdParty.name, thirdParty.creditCode) : []),
];

/**
 * The organization of each reviewer as a number from 0, equal for the same. Two are of one organization when they share
 * a unit or a third-party firm, by credit code or by name however it is spelt; whoever shares one thing with each of two
 * joins them, so that no spelling and no second affiliation gets two of an organization onto one panel.
 */
export function affiliationsOf(reviewers: readonly Affiliated[]): number[] {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    return root;
  };
  const all = reviewers.map(belongings);
  for (const [first = '', ...others] of all) {
    for (const other of others) parents.set(rootOf(other), rootOf(first));
  }
  const numbers = new Map<string, number>();
  return all.map(([first = '']) => {
    const root = rootOf(first);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}

/**
 * Which reviewers count as outside experts (外请专家). One who shares an organization with somebody of the district does
 * not: the rules must nest (all of an organization are outside or none), or no exact assignment is in reach.
 */
export function outsideExperts(reviewers: readonly Pick<Reviewer, 'outside'>[], organizations: readonly number[]) {
  const local = new Set(organizations.filter((_, at) => reviewers[at]?.outside !== true));
  return organizations.map((organization) => !local.has(organization));
}

type Joining = {
  readonly pool: readonly Reviewer[];
  /** Who stays on the panel, and how many it should be. */
  readonly sitting: readonly string[];
  readonly size: number;
  readonly rules: GroupRules;
};

/**
 * Who may join a panel under its group rules: nobody of an organization that sits there already, and only outside
 * experts once all the seats that are left are needed for them.
 */
export function joining({ pool, sitting, size, rules }: Joining): (reviewerId: string) => boolean {
  const organizations = affiliationsOf(pool);
  const outside = outsideExperts(pool, organizations);
  const placeOf = new Map(pool.map(({ reviewerId }, at) => [reviewerId, at]));
  const isOutside = (id: string): boolean => outside[placeOf.get(id) ?? -1] === true;
  const organizationOf = (id: string): number => organizations[placeOf.get(id) ?? -1] ?? -1;
  const taken = new Set(sitting.map(organizationOf));
  const wanted = Math.min(rules.outsideExperts ?? 0, size) - sitting.filter(isOutside).length;
  const onlyOutside = wanted > 0 && wanted >= size - sitting.length;
  return (id) => !(rules.onePerOrganization && taken.has(organizationOf(id))) && (!onlyOutside || isOutside(id));
}
