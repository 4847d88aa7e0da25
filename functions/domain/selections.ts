import * as z from 'zod';
import type { Category } from './categories.ts';
import type { Cycle } from './cycles.ts';
import { Reason } from './texts.ts';

/** One application's frozen result: every number with its exact fraction, so that it can be opened. */
export const ResultRow = z.object({
  resultId: z.string(),
  applicationId: z.string(),
  categoryId: z.string(),
  areaId: z.string(),
  organizationName: z.string(),
  recommender: z.string(),
  /** Sheets that count, by assignment, totals in hundredths, and which of them were dropped. */
  sheets: z.array(z.object({ assignmentId: z.string(), total: z.int(), kept: z.boolean() })),
  /** The site team's sheets, in hundredths; all of them count. */
  visits: z.array(z.object({ reviewerId: z.string(), score: z.int() })).optional(),
  /** Every step of the arithmetic in order: exact, and half up to 2 decimals. */
  steps: z.array(z.object({ name: z.string(), fraction: z.string(), shown: z.string() })),
  /** Exact 综合分 as a fraction, and half up to 2 decimals; absent where there is no result. */
  composite: z.string().optional(),
  shown: z.string().optional(),
  passed: z.boolean(),
  vetoed: z.boolean(),
  rank: z.int().optional(),
  /** The best tier (示范 …) whose line the composite reaches, of one that passed and is not vetoed. */
  tier: z.string().optional(),
  /** By which criterion of the chain it stands before or after its neighbour. */
  tieBrokenBy: z.string().optional(),
  /** The tie crosses the cut: the committee must vote before there can be a list. */
  needsVote: z.boolean(),
  selected: z.boolean(),
  whyNot: z.enum(['vetoed', 'below-line', 'no-seat', 'no-result', 'tied']).optional(),
  /** 递补顺序 among those of its seats who passed and got none; equals share a place until a vote is needed. */
  substitute: z.int().optional(),
});
export type ResultRow = z.infer<typeof ResultRow>;

/** A frozen set of results of a cycle, superseded only by a new one with a reason. */
export const Result = z.object({
  resultId: z.string(),
  cycleId: z.string(),
  computedAt: z.string(),
  /** SHA-256 over the rows in canonical JSON, without the result's id, by category and application id. */
  hash: z.string(),
  rows: z.int(),
  supersedes: z.string().optional(),
  /** Why it superseded the one before; of a vote, its minutes. */
  reason: z.string().optional(),
  /** The committee's vote that it was computed anew with. */
  voteId: z.string().optional(),
  /** Who had it computed: a person, or the workflow at the end of the round. */
  by: z.string().optional(),
});
export type Result = z.infer<typeof Result>;

export const ListExclusion = z.strictObject({ applicationId: z.string(), reason: Reason });
export type ListExclusion = z.infer<typeof ListExclusion>;

/** The committee's vote on a tie that no criterion of the chain broke: the order that it gave, with its minutes. */
export const Vote = z.object({
  voteId: z.string(),
  cycleId: z.string(),
  categoryId: z.string(),
  /** Application ids, first place first. */
  order: z.array(z.string()),
  minutes: z.string(),
  recordedBy: z.string(),
  at: z.string(),
});
export type Vote = z.infer<typeof Vote>;

/** 递补: who comes into the place of an entry that fell while the list was in publicity, with a full notice of its own. */
export const Substitution = z.object({
  cycleId: z.string(),
  publicityId: z.string(),
  vacantId: z.string(),
  substituteId: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Substitution = z.infer<typeof Substitution>;

/** 拟命名名单. Its rows become true when the cycle points at the list. */
export const ProposedList = z.object({
  listId: z.string(),
  cycleId: z.string(),
  resultId: z.string(),
  status: z.enum(['drafted', 'checked', 'sent-back']),
  draftedBy: z.string(),
  draftedAt: z.string(),
  checkedBy: z.string().optional(),
  /** By whoever would have checked it; the drafter makes a new one. */
  sentBack: z.object({ personId: z.string(), at: z.string(), reason: z.string() }).optional(),
  /** Left out by the office although the result selected them, each with its reason. */
  exclusions: z.array(ListExclusion),
  countsByCategory: z.record(z.string(), z.int()),
  total: z.int(),
  /** The list before it, so that it can be told what changed since. */
  supersedes: z.string().optional(),
});
export type ProposedList = z.infer<typeof ProposedList>;

export const ListRow = z.object({
  listId: z.string(),
  applicationId: z.string(),
  categoryId: z.string(),
  areaId: z.string(),
  organizationName: z.string(),
  recommender: z.string(),
  rank: z.int(),
  shown: z.string(),
});
export type ListRow = z.infer<typeof ListRow>;

/** How many of something each category has. */
export const countByCategory = (rows: readonly { readonly categoryId: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { categoryId } of rows) counts[categoryId] = (counts[categoryId] ?? 0) + 1;
  return counts;
};

/** In the cycle's order of categories, and by rank within each; equal ranks keep their order. */
export const inListOrder = <Row extends { readonly categoryId: string; readonly rank: number }>(
  rows: readonly Row[],
  cycle: Pick<Cycle, 'categories'>,
): Row[] => {
  const place = new Map(cycle.categories.map(({ categoryId }, at) => [categoryId, at]));
  const placeOf = (row: Row) => place.get(row.categoryId) ?? cycle.categories.length;
  return rows.toSorted((left, right) => placeOf(left) - placeOf(right) || left.rank - right.rank);
};

/** The list's row of a result's row. */
export const listRowOf = (listId: string, row: ResultRow): ListRow => ({
  listId,
  applicationId: row.applicationId,
  categoryId: row.categoryId,
  areaId: row.areaId,
  organizationName: row.organizationName,
  recommender: row.recommender,
  rank: row.rank ?? 0,
  shown: row.shown ?? '',
});

/** Whether a result lets an application onto a list at all: it passed, and nothing vetoes it. */
export const mayBeListed = (row: Pick<ResultRow, 'passed' | 'vetoed'>): boolean => row.passed && !row.vetoed;

/** Caps of a 表彰项目 (rules on commendation by local authorities); other natures have none. */
const commendationCaps = { collectives: 50, individuals: 150 } as const;

/** The first limit that a list's counts exceed, or undefined: seats of a category, then the caps of a commendation. */
export function exceededLimit(
  cycle: Pick<Cycle, 'categories' | 'nature'>,
  counts: Readonly<Record<string, number>>,
  categories: readonly Pick<Category, 'categoryId' | 'group'>[],
): number | undefined {
  const over = cycle.categories.find(({ categoryId, quota }) => (counts[categoryId] ?? 0) > quota.total);
  if (over) return over.quota.total;
  if (cycle.nature !== 'commendation') return undefined;
  const groupOf = new Map(categories.map(({ categoryId, group }) => [categoryId, group]));
  const sum = (individuals: boolean) =>
    Object.entries(counts)
      .filter(([categoryId]) => (groupOf.get(categoryId) === 'person') === individuals)
      .reduce((all, [, count]) => all + count, 0);
  if (sum(false) > commendationCaps.collectives) return commendationCaps.collectives;
  return sum(true) > commendationCaps.individuals ? commendationCaps.individuals : undefined;
}
