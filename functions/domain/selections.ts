import { z } from 'zod';

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
  steps: z.array(z.object({ name: z.string(), fraction: z.string(), shown: z.string() })),
  /** Exact 综合分 as a fraction, and half up to 2 decimals; absent where there is no result. */
  composite: z.string().optional(),
  shown: z.string().optional(),
  passed: z.boolean(),
  vetoed: z.boolean(),
  rank: z.int().optional(),
  /** By which criterion of the chain it stands before or after its neighbour. */
  tieBrokenBy: z.string().optional(),
  needsVote: z.boolean(),
  selected: z.boolean(),
  whyNot: z.string().optional(),
});
export type ResultRow = z.infer<typeof ResultRow>;

/** A frozen set of results of a cycle, superseded only by a new one with a reason. */
export const Result = z.object({
  resultId: z.string(),
  cycleId: z.string(),
  computedAt: z.string(),
  /** SHA-256 over the rows in canonical JSON. */
  hash: z.string(),
  rows: z.int(),
});
export type Result = z.infer<typeof Result>;

/** 拟命名名单. Its rows become true when the cycle points at the list. */
export const ProposedList = z.object({
  listId: z.string(),
  cycleId: z.string(),
  resultId: z.string(),
  status: z.enum(['drafted', 'checked']),
  draftedBy: z.string(),
  draftedAt: z.string(),
  checkedBy: z.string().optional(),
  countsByCategory: z.record(z.string(), z.int()),
  total: z.int(),
});
export type ProposedList = z.infer<typeof ProposedList>;

export const ListRow = z.object({
  listId: z.string(),
  applicationId: z.string(),
  categoryId: z.string(),
  areaId: z.string(),
  organizationName: z.string(),
  rank: z.int(),
  shown: z.string(),
});
export type ListRow = z.infer<typeof ListRow>;
