import { shuffled } from './random.ts';
import type { CategoryId, Course, TiePlan } from './types.ts';
import { units } from './units.ts';

/**
 * Marks that do not depend on who reviews: every reviewer gives `documents` percent of each point's full marks.
 * `shift` moves hundredths from the first point of the standard's first level to the first of its results level.
 */
type FixedScores = {
  readonly documents: number;
  readonly site: number;
  readonly satisfaction: number;
  readonly shift?: { readonly pointId: string; readonly hundredths: number }[];
  readonly namedBefore?: number;
};

/** A part in the season that some unit must play; which unit, the seed decides. */
type Role = {
  readonly name: string;
  readonly course?: Course['kind'];
  readonly by?: 'recommender' | 'office';
  readonly when?: Extract<Course, { kind: 'withdrawn' }>['when'];
  readonly fixed?: FixedScores;
};

const plainNinety: FixedScores = { documents: 90, site: 90, satisfaction: 90 };
/** 52.2 + 28.5 + 9.3: binary floats make 89.99999999999999 of it, and the unit would fail. */
const mixedNinety: FixedScores = { documents: 87, site: 95, satisfaction: 93 };
const ninety = (fixed: FixedScores): Role => ({ name: 'exactly-90', fixed });
const returnedByRecommender: Role = { name: 'returned', course: 'returned', by: 'recommender' };
const returnedByOffice: Role = { name: 'returned', course: 'returned', by: 'office' };
const notRecommended: Role = { name: 'not-recommended', course: 'not-recommended' };
const rejected: Role = { name: 'rejected', course: 'rejected' };
const missed: Role = { name: 'missed', course: 'assessment-missed' };
const supplemented: Role = { name: 'supplemented', course: 'assessment-returned' };
const vetoed: Role = { name: 'vetoed' };
/** On the list whatever the quota: what is objected to must have been published. */
const strong = (name: string, site: number): Role => ({ name, fixed: { documents: 98, site, satisfaction: 98 } });
const withdrawn = (when: NonNullable<Role['when']>): Role => ({
  ...(when === 'in-publicity' ? strong('withdrawn', 95) : { name: 'withdrawn' }),
  course: 'withdrawn',
  when,
});

/** Pairs with the same 综合分, the higher rank first. */
const tiePairs: readonly {
  readonly categoryId: CategoryId;
  readonly brokenBy: TiePlan['brokenBy'];
  readonly composite: string;
  readonly scores: readonly [FixedScores, FixedScores];
}[] = [
  {
    categoryId: 'enterprise',
    brokenBy: 'site',
    composite: '92.40',
    scores: [
      { documents: 92, site: 94, satisfaction: 90 },
      { documents: 93, site: 92, satisfaction: 90 },
    ],
  },
  {
    categoryId: 'school',
    brokenBy: 'documents',
    composite: '92.70',
    scores: [
      { documents: 93, site: 93, satisfaction: 90 },
      { documents: 92, site: 93, satisfaction: 96 },
    ],
  },
  {
    categoryId: 'agency',
    brokenBy: 'results-indicator',
    composite: '92.00',
    scores: [
      {
        documents: 92,
        site: 92,
        satisfaction: 92,
        shift: [
          { pointId: '1.1.1', hundredths: -50 },
          { pointId: '5.1.1', hundredths: 50 },
        ],
      },
      { documents: 92, site: 92, satisfaction: 92 },
    ],
  },
  {
    categoryId: 'society',
    brokenBy: 'never-named',
    composite: '94.00',
    scores: [
      { documents: 94, site: 94, satisfaction: 94 },
      { documents: 94, site: 94, satisfaction: 94, namedBefore: 2019 },
    ],
  },
  {
    categoryId: 'society',
    brokenBy: 'vote',
    composite: '93.00',
    scores: [
      { documents: 93, site: 93, satisfaction: 93 },
      { documents: 93, site: 93, satisfaction: 93 },
    ],
  },
  { categoryId: 'community', brokenBy: 'site', composite: '90.00', scores: [mixedNinety, plainNinety] },
];

const casts: Readonly<Record<CategoryId, readonly Role[]>> = {
  party: [returnedByRecommender],
  agency: [returnedByOffice, rejected, ninety(plainNinety)],
  school: [
    returnedByRecommender,
    returnedByRecommender,
    returnedByOffice,
    notRecommended,
    withdrawn('submitted'),
    supplemented,
    vetoed,
    ninety(mixedNinety),
    strong('objection-dismissed', 98),
  ],
  enterprise: [vetoed],
  society: [returnedByRecommender, notRecommended, rejected, missed, ninety(plainNinety)],
  institution: [ninety(mixedNinety), supplemented],
  community: [
    returnedByRecommender,
    returnedByRecommender,
    returnedByRecommender,
    returnedByOffice,
    returnedByOffice,
    notRecommended,
    notRecommended,
    rejected,
    withdrawn('accepted'),
    withdrawn('under-review'),
    withdrawn('in-publicity'),
    missed,
    supplemented,
    supplemented,
    vetoed,
    strong('objection-upheld', 96),
    strong('objection-partly-upheld', 97),
    strong('objection-anonymous', 98),
  ],
};

type Deal = {
  readonly roles: ReadonlyMap<string, Role>;
  readonly ties: readonly TiePlan[];
};

function deal(seed: string): Deal {
  const roles = new Map<string, Role>();
  const ties: TiePlan[] = [];
  for (const categoryId of Object.keys(casts) as CategoryId[]) {
    const ofCategory = units.filter((unit) => unit.categoryId === categoryId);
    const waiting = shuffled(ofCategory, (unit) => unit.unitKey, seed).map((unit) => unit.unitKey);
    for (const role of casts[categoryId]) roles.set(waiting.shift() ?? '', role);
    for (const { scores, ...tie } of tiePairs.filter((pair) => pair.categoryId === categoryId)) {
      const pair = [waiting.shift() ?? '', waiting.shift() ?? ''] as const;
      for (const [i, unitKey] of pair.entries()) roles.set(unitKey, { name: 'tied', fixed: scores[i as 0 | 1] });
      ties.push({ ...tie, unitKeys: pair });
    }
  }
  return { roles, ties };
}

const deals = new Map<string, Deal>();

/** The parts of one seed, dealt once: marks ask for them 15,000 times. */
export function dealOf(seed: string): Deal {
  const known = deals.get(seed) ?? deal(seed);
  deals.set(seed, known);
  return known;
}

export const roleOf = (seed: string, unitKey: string): Role | undefined => dealOf(seed).roles.get(unitKey);

/** The units that play a part, in the order of the taxonomy. */
export const unitsInRole = (seed: string, name: string): string[] =>
  [...dealOf(seed).roles].flatMap(([unitKey, role]) => (role.name === name ? [unitKey] : []));

/** Units that end at 90.00 exactly with the weights 60/30/10: tenths of the composite, in integers. */
export const exactlyNinety = (seed: string): string[] =>
  [...dealOf(seed).roles].flatMap(([unitKey, { fixed }]) =>
    fixed && 6 * fixed.documents + 3 * fixed.site + fixed.satisfaction === 900 ? [unitKey] : [],
  );
