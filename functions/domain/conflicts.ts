import type { Application } from './applications.ts';
import type { Avoidance } from './avoidances.ts';
import type { Cycle } from './cycles.ts';
import { dateInShanghai, type IsoDate } from './dates.ts';
import { institutionalDomain } from './mail-domains.ts';
import { normalizeName } from './names.ts';
import type { Organization } from './organizations.ts';
import type { Person } from './people.ts';
import type { DeclaredConflict, Reviewer } from './reviews.ts';

export const conflictSources = [
  'same-organization',
  'former-organization',
  'co-employment',
  'speaks-for',
  'same-recommender',
  'same-area',
  'same-mail-domain',
  'third-party',
  'keep-apart',
  'declared',
  'avoidance',
] as const;
export type ConflictSource = (typeof conflictSources)[number];

/** A reason why a reviewer must not review a unit (回避), and what it rests on: a code, a name, or who said why. */
export type Conflict = { readonly source: ConflictSource; readonly why: string };

type Addressed = Partial<Pick<Person, 'username' | 'email'>>;

type Profile = Pick<Reviewer, 'organizationName' | 'organizationCode' | 'formerOrganizations'>;

/** What of an expert can bind them. */
export type Reviewing = {
  readonly reviewer: Pick<Reviewer, 'reviewerId' | 'name' | 'areaIds' | 'conflicts' | 'thirdParty' | 'recommender'> &
    Profile;
  readonly person?: (Pick<Person, 'grants'> & Addressed) | undefined;
  /** The streets and communities in which they work or live, with the streets above. */
  readonly localAreas?: readonly string[];
  /** What an area is called; by default its id stands for it. */
  readonly areaName?: (areaId: string) => string;
};

/** What of a unit's application can bind an expert. */
export type Reviewed = {
  readonly application: Pick<Application, 'organizationId' | 'organizationName' | 'areaId' | 'recommender'>;
  readonly organization: Partial<Pick<Organization, 'creditCode' | 'registeredBy' | 'advisers'>>;
  readonly localAreas?: readonly string[];
  /** Who speaks for the unit; and where they work by the office's own pool, if they are in it. */
  readonly representative?: Addressed | undefined;
  readonly representativeProfile?: Profile | undefined;
  readonly avoidances?: readonly Pick<Avoidance, 'expertName' | 'expertOrganization' | 'reason' | 'status'>[];
};

/** The cycle's settings; its opening is the day from which years are counted back. */
export type ConflictRules = Pick<
  Cycle,
  'avoidSameArea' | 'avoidSameRecommender' | 'avoidSameMailDomain' | 'formerEmploymentYears'
> & { readonly windows: Pick<Cycle['windows'], 'opensAt'> };

const yearsByDefault = 3;

type Employer = { readonly name: string; readonly creditCode?: string | undefined };

/** Both keys of a unit: it is found by its code and by its name, however that is spelt. */
const unitKeys = (kind: string, { name, creditCode }: Employer): string[] => [
  ...(creditCode ? [`${kind}-code ${creditCode}`] : []),
  `${kind}-name ${normalizeName(name)}`,
];

const employerOf = ({ organizationName, organizationCode }: Profile): Employer => ({
  name: organizationName,
  creditCode: organizationCode,
});

/** The same day so many years later; 02-29 stands for the day after the 28th in other years. */
const yearsAfter = (date: IsoDate, years: number): string => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;

/**
 * The units that an expert left less than `formerEmploymentYears` before the cycle opened. One whose end nobody knows
 * binds; with 0 years none does.
 */
function recentEmployers({ formerOrganizations = [] }: Profile, rules: ConflictRules): Employer[] {
  const { formerEmploymentYears: years = yearsByDefault } = rules;
  if (years === 0) return [];
  const opening = dateInShanghai(rules.windows.opensAt);
  return formerOrganizations.filter(({ until }) => until === undefined || yearsAfter(until, years) > opening);
}

/** What binds one expert: wherever a unit has the key, there is the conflict. */
type Tie = Conflict & { readonly key: string };

const ties = (source: ConflictSource, why: string, keys: readonly string[]): Tie[] =>
  keys.map((key) => ({ source, why, key }));

const toUnit = (source: ConflictSource, kind: string, unit: Employer): Tie[] =>
  unitKeys(kind, unit).map((key) => ({
    source,
    key,
    why: key.startsWith(`${kind}-code`) ? (unit.creditCode ?? '') : unit.name,
  }));

const avoidanceKey = (name: string, organization: string): string =>
  `avoidance ${JSON.stringify([normalizeName(name), normalizeName(organization)])}`;

/** The units under which an applicant may know an expert. */
const knownUnits = ({ organizationName, formerOrganizations = [], thirdParty }: Reviewing['reviewer']): string[] => [
  organizationName,
  ...formerOrganizations.map(({ name }) => name),
  ...(thirdParty ? [thirdParty.name] : []),
];

const avoidanceKeys = (reviewer: Reviewing['reviewer']): string[] =>
  knownUnits(reviewer).map((unit) => avoidanceKey(reviewer.name, unit));

/** Whether an applicant's words name this expert: the name with a present or former unit or the firm. */
export const isNamedBy = (
  { expertName, expertOrganization }: Pick<Avoidance, 'expertName' | 'expertOrganization'>,
  reviewer: Reviewing['reviewer'],
): boolean => avoidanceKeys(reviewer).includes(avoidanceKey(expertName, expertOrganization));

const domainOf = ({ email, username = '' }: Addressed): string | undefined => institutionalDomain(email ?? username);

/** What the cycle's settings add. */
function settingTies(
  { reviewer, person, localAreas = [], areaName = (areaId) => areaId }: Reviewing,
  rules: ConflictRules,
): Tie[] {
  const departments = [
    ...(reviewer.recommender ? [reviewer.recommender] : []),
    ...(person?.grants ?? []).flatMap((grant) => (grant.role === 'recommender' ? [grant.department] : [])),
  ];
  const domain = person && domainOf(person);
  return [
    ...(rules.avoidSameRecommender
      ? departments.flatMap((name) => ties('same-recommender', name, [`recommender ${normalizeName(name)}`]))
      : []),
    ...(rules.avoidSameArea
      ? [...reviewer.areaIds.map((id) => `area ${id}`), ...localAreas.map((id) => `local ${id}`)].flatMap((key) =>
          ties('same-area', areaName(key.slice(key.indexOf(' ') + 1)), [key]),
        )
      : []),
    ...(rules.avoidSameMailDomain && domain ? ties('same-mail-domain', domain, [`mail ${domain}`]) : []),
  ];
}

/** The unit that somebody declared or set, by whatever they knew it. */
const namedUnit = ({ organizationId, organizationName, creditCode }: DeclaredConflict): string[] => [
  ...(organizationId ? [`id ${organizationId}`] : []),
  ...(creditCode ? [`unit-code ${creditCode}`] : []),
  ...(organizationName ? [`unit-name ${normalizeName(organizationName)}`] : []),
];

function tiesOf(reviewing: Reviewing, rules: ConflictRules): Tie[] {
  const { reviewer, person } = reviewing;
  const { reviewerId, thirdParty } = reviewer;
  const employer = employerOf(reviewer);
  const recent = recentEmployers(reviewer, rules);
  return [
    ...toUnit('same-organization', 'unit', employer),
    ...recent.flatMap((former) => toUnit('former-organization', 'unit', former)),
    ...[employer, ...recent].flatMap((each) => toUnit('co-employment', 'colleague', each)),
    ...(thirdParty ? toUnit('third-party', 'unit', thirdParty) : []),
    ...[employer, ...(thirdParty ? [thirdParty] : [])].flatMap((each) => toUnit('third-party', 'adviser', each)),
    ...ties('speaks-for', 'registered it', [`registered ${reviewerId}`]),
    ...(person?.grants ?? []).flatMap((grant) =>
      grant.role === 'applicant' ? ties('speaks-for', 'speaks for it', [`id ${grant.organizationId}`]) : [],
    ),
    ...reviewer.conflicts.flatMap((each) => ties(each.source, each.reason, namedUnit(each))),
    ...ties('avoidance', '', avoidanceKeys(reviewer)),
    ...settingTies(reviewing, rules),
  ];
}

/** The keys of a unit; an applicant's own reason takes the place of what the tie knows. */
function keysOf(reviewed: Reviewed, rules: ConflictRules): Map<string, string | undefined> {
  const { application, organization, localAreas = [], representative, representativeProfile: profile } = reviewed;
  const { organizationId, organizationName: name, areaId, recommender } = application;
  const { creditCode, registeredBy, advisers = [] } = organization;
  const domain = representative && domainOf(representative);
  const colleagues = profile ? [employerOf(profile), ...recentEmployers(profile, rules)] : [];
  const asked = (reviewed.avoidances ?? []).filter(({ status }) => status === 'filed');
  return new Map<string, string | undefined>([
    ...[
      `id ${organizationId}`,
      ...unitKeys('unit', { name, creditCode }),
      ...(registeredBy ? [`registered ${registeredBy}`] : []),
      ...colleagues.flatMap((each) => unitKeys('colleague', each)),
      ...advisers.flatMap((each) => unitKeys('adviser', each)),
      `recommender ${normalizeName(recommender)}`,
      `area ${areaId}`,
      ...localAreas.map((id) => `local ${id}`),
      ...(domain ? [`mail ${domain}`] : []),
    ].map((key): [string, undefined] => [key, undefined]),
    ...asked.map((each): [string, string] => [avoidanceKey(each.expertName, each.expertOrganization), each.reason]),
  ]);
}

/** Who of a pool must not review a unit, each with every reason; whoever is not in it is free to. */
export type Barred = ReadonlyMap<string, readonly Conflict[]>;

/** One expert's tie as a table holds it: the list is made once, for most units have one conflict with an expert. */
type Held = { readonly reviewerId: string; readonly alone: readonly [Conflict] };

function heldByKey(pool: readonly Reviewing[], rules: ConflictRules): ReadonlyMap<string, readonly Held[]> {
  const table = new Map<string, Held[]>();
  for (const reviewing of pool) {
    const { reviewerId } = reviewing.reviewer;
    for (const { key, source, why } of tiesOf(reviewing, rules)) {
      const held: Held = { reviewerId, alone: [{ source, why }] };
      const others = table.get(key);
      if (others) others.push(held);
      else table.set(key, [held]);
    }
  }
  return table;
}

const isSame = (left: Conflict, right: Conflict): boolean => left.source === right.source && left.why === right.why;

/**
 * The conflicts of a whole pool: what binds its experts is laid out by key once, so that a unit costs no more than the
 * conflicts that it has, be it one of 33,000.
 */
export function conflictTable(pool: readonly Reviewing[], rules: ConflictRules): (reviewed: Reviewed) => Barred {
  const table = heldByKey(pool, rules);
  return (reviewed) => {
    const barred = new Map<string, readonly Conflict[]>();
    for (const [key, said] of keysOf(reviewed, rules)) {
      for (const { reviewerId, alone } of table.get(key) ?? []) {
        const [conflict] = said === undefined ? alone : [{ ...alone[0], why: said }];
        const before = barred.get(reviewerId);
        if (!before) barred.set(reviewerId, said === undefined ? alone : [conflict]);
        else if (!before.some((each) => isSame(each, conflict))) barred.set(reviewerId, [...before, conflict]);
      }
    }
    return barred;
  };
}

/**
 * Every reason to recuse (回避) between one expert and one unit (domain.md §2): what office, expert and applicant said,
 * and what the profile shows. Settings of the cycle that are absent add nothing.
 */
export const conflictsOf = (reviewing: Reviewing, reviewed: Reviewed, rules: ConflictRules): readonly Conflict[] =>
  conflictTable([reviewing], rules)(reviewed).get(reviewing.reviewer.reviewerId) ?? [];
