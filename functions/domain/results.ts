import { opened } from './composite.ts';
import { fromInteger, toFraction } from './exact.ts';
import { type Allocation, allocate, type Candidate, EVERYBODY, QuotaPlan } from './quotas.ts';
import { criteria, rank } from './ranking.ts';
import { type ResultRule, type Reviewed, type Scored, scoredBy } from './scored.ts';
import type { ResultRow } from './selections.ts';

export type { ResultRule, Reviewed } from './scored.ts';

type Row = Omit<ResultRow, 'resultId'>;
type Category = ResultRule['category'];
type Place = { readonly rank: number; readonly tieBrokenBy?: string };

/**
 * Ranks within the category. Where all are reviewed by panels the declared chain decides; where the recommendation
 * decides about some, a score of others says nothing about them: all share the first rank, but for a vote.
 */
function places(all: readonly Scored[], { reviewMode, tieChain }: Category): Map<string, Place> {
  const chained = reviewMode === 'panel';
  const contenders = all
    .filter(({ panel, total }) => !panel || total !== undefined)
    .map(({ of, total, site, documents, indicator }) => ({
      id: of.applicationId,
      composite: (chained && total) || fromInteger(0),
      site: chained ? site : null,
      documents: chained ? documents : null,
      indicator: chained ? indicator : null,
      namedBefore: chained && of.namedBefore,
      voted: of.voted,
    }));
  return new Map(
    rank(contenders, tieChain ?? criteria).map(({ id, rank: place, decidedBy }) => [
      id,
      { rank: place, ...(decidedBy && decidedBy !== 'composite' && { tieBrokenBy: decidedBy }) },
    ]),
  );
}

/** The seats of a category as its settings divide them; limits of areas hold within a recommender's seats. */
export function quotaPlanOf({ categoryId, quota }: Pick<Category, 'categoryId' | 'quota'>): QuotaPlan {
  const cellOf = (recommender: string, seats: number) => ({
    category: categoryId,
    recommender,
    seats,
    areas: (quota.areas ?? []).filter((limit) => (limit.recommender ?? EVERYBODY) === recommender),
  });
  const cells = quota.byRecommender
    ? Object.entries(quota.byRecommender).map(([recommender, seats]) => cellOf(recommender, seats))
    : [cellOf(EVERYBODY, quota.total)];
  return QuotaPlan.parse({ total: quota.total, mode: quota.mode ?? 'competitive', cells });
}

/** In whose seats an application competes. */
export const seatsOf = ({ quota }: Pick<Category, 'quota'>, recommender: string): string =>
  quota.byRecommender ? recommender : EVERYBODY;

const candidateOf = ({ of, passed }: Scored, category: Category, place: Place | undefined): Candidate => ({
  id: of.applicationId,
  category: category.categoryId,
  recommender: seatsOf(category, of.recommender),
  areaPath: of.areaPath,
  rank: place?.rank ?? Number.MAX_SAFE_INTEGER,
  passes: passed,
  vetoed: of.vetoed,
});

type Seating = {
  readonly selected: ReadonlySet<string>;
  readonly tied: ReadonlySet<string>;
  readonly substitutes: ReadonlyMap<string, number>;
};

const seatingOf = (allocations: readonly Allocation[]): Seating => ({
  selected: new Set(allocations.flatMap(({ selected }) => selected)),
  tied: new Set(allocations.flatMap(({ undecided }) => undecided.flatMap(({ ids }) => ids))),
  substitutes: new Map(allocations.flatMap(({ waiting }) => waiting.map(({ id, place }) => [id, place] as const))),
});

function whyNot({ of, panel, passed }: Scored, isTied: boolean): Row['whyNot'] {
  if (of.vetoed) return 'vetoed';
  if (panel?.method === 'none') return 'no-result';
  if (!passed) return 'below-line';
  return isTied ? 'tied' : 'no-seat';
}

function rowOf(each: Scored, place: Place | undefined, { selected, tied, substitutes }: Seating): Row {
  const { applicationId, categoryId, areaId, organizationName, recommender, vetoed, visits } = each.of;
  const isSelected = selected.has(applicationId);
  const isTied = tied.has(applicationId);
  const substitute = substitutes.get(applicationId);
  return {
    ...{ applicationId, categoryId, areaId, organizationName, recommender, sheets: each.sheets },
    ...(visits && { visits: visits.map(({ reviewerId, score = 0 }) => ({ reviewerId, score })) }),
    steps: [...each.steps],
    ...(each.total && { composite: toFraction(each.total), shown: opened(each.total).shown }),
    passed: each.passed,
    vetoed,
    ...place,
    ...(each.tier !== undefined && !vetoed && { tier: each.tier }),
    needsVote: isTied,
    selected: isSelected,
    ...(!isSelected && { whyNot: whyNot(each, isTied) }),
    ...(substitute !== undefined && { substitute }),
  };
}

/**
 * The results of one category: composites, ranks, tiers, seats and the order of substitution, with every step as an
 * exact fraction. In the order of the application ids, so that the rows of the same inputs are the same.
 * @throws AwardError `Incomplete`, naming each application of which something is missing; `QuotaExceeded` where an
 * equal quota was sent more than its seats.
 */
export function resultsOf(reviewed: readonly Reviewed[], rule: ResultRule): Row[] {
  const { category } = rule;
  const inOrder = reviewed.toSorted((a, b) => (a.applicationId < b.applicationId ? -1 : 1));
  const all = scoredBy(inOrder, rule);
  const place = places(all, category);
  const placeOf = ({ of }: Scored) => place.get(of.applicationId);
  const candidates = all.map((each) => candidateOf(each, category, placeOf(each)));
  const seating = seatingOf(allocate(quotaPlanOf(category), candidates));
  return all.map((each) => rowOf(each, placeOf(each), seating));
}
