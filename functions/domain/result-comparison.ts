import * as z from 'zod';
import { ResultRow } from './selections.ts';

type Row = Omit<ResultRow, 'resultId'>;

/** Where an application stands in one of two results. */
const Standing = ResultRow.pick({
  composite: true,
  shown: true,
  passed: true,
  vetoed: true,
  rank: true,
  tier: true,
  tieBrokenBy: true,
  needsVote: true,
  selected: true,
  whyNot: true,
  substitute: true,
});
type Standing = z.infer<typeof Standing>;

const aspects = Object.keys(Standing.shape) as readonly (keyof Standing)[];

/** One row that is not the same in both; null where one of them does not have it. */
export const RowChange = z.object({
  applicationId: z.string(),
  organizationName: z.string(),
  before: Standing.nullable(),
  after: Standing.nullable(),
  /** What of its standing differs; `sheets` and `steps` where the ways there differ. */
  changed: z.array(z.string()),
});
export type RowChange = z.infer<typeof RowChange>;

const standingOf = (row: Row | undefined): Standing | null => (row ? Standing.parse(row) : null);

/** The ways to a standing as text: rows come back from the table with their fields in another order. */
const ways = {
  sheets: (row: Row | undefined) => row?.sheets.map(({ assignmentId, total, kept }) => [assignmentId, total, kept]),
  visits: (row: Row | undefined) => row?.visits?.map(({ reviewerId, score }) => [reviewerId, score]),
  steps: (row: Row | undefined) => row?.steps.map(({ name, fraction }) => [name, fraction]),
} as const;
const wayNames = ['sheets', 'visits', 'steps'] as const;

function changeOf(before: Row | undefined, after: Row | undefined): RowChange[] {
  const row = after ?? before;
  if (!row) return [];
  const differing = wayNames.filter((way) => JSON.stringify(ways[way](before)) !== JSON.stringify(ways[way](after)));
  const changed = [...aspects.filter((aspect) => before?.[aspect] !== after?.[aspect]), ...differing];
  if (before && after && changed.length === 0) return [];
  const { applicationId, organizationName } = row;
  return [{ applicationId, organizationName, before: standingOf(before), after: standingOf(after), changed }];
}

/** Every row of two results of one category that is not the same in both, in the order of the application ids. */
export function changesBetween(before: readonly Row[], after: readonly Row[]): RowChange[] {
  const [old, fresh] = [before, after].map((rows) => new Map(rows.map((row) => [row.applicationId, row])));
  const ids = [...new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])].toSorted();
  return ids.flatMap((id) => changeOf(old?.get(id), fresh?.get(id)));
}

export const ChangeCounts = z.object({
  /** Who gets a seat only in the second, only in the first, who stands at another rank, and who differs at all. */
  entering: z.int(),
  leaving: z.int(),
  moving: z.int(),
  changed: z.int(),
});

export const isEntering = ({ before, after }: RowChange): boolean => !before?.selected && after?.selected === true;
export const isLeaving = ({ before, after }: RowChange): boolean => before?.selected === true && !after?.selected;
export const isMoving = ({ before, after }: RowChange): boolean => before?.rank !== after?.rank;

export const countChanges = (changes: readonly RowChange[]): z.infer<typeof ChangeCounts> => ({
  entering: changes.filter(isEntering).length,
  leaving: changes.filter(isLeaving).length,
  moving: changes.filter(isMoving).length,
  changed: changes.length,
});
