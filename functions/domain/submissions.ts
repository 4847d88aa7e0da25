import type { Sheet } from './reviews.ts';

type Content = Pick<Sheet, 'marks' | 'overall'>;

/** What one submission of a sheet changed of the one before it; a mark is in hundredths, absent where it was blank. */
export type SheetChange = {
  readonly pointId: string;
  readonly from?: number;
  readonly to?: number;
  readonly commentChanged: boolean;
};

/** The points whose mark or comment differ between two submissions, and whether the overall comment does. */
export function changesBetween(
  before: Content,
  after: Content,
): { readonly points: SheetChange[]; readonly overallChanged: boolean } {
  const pointIds = [...new Set([...Object.keys(before.marks), ...Object.keys(after.marks)])];
  const points = pointIds.flatMap((pointId): SheetChange[] => {
    const { score: from, comment: was = '' } = before.marks[pointId] ?? {};
    const { score: to, comment: is = '' } = after.marks[pointId] ?? {};
    if (from === to && was === is) return [];
    return [
      { pointId, ...(from !== undefined && { from }), ...(to !== undefined && { to }), commentChanged: was !== is },
    ];
  });
  return { points, overallChanged: before.overall !== after.overall };
}

const stems = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'];

/**
 * 评委甲, 评委乙, …: the names under which the sheets of one panel are told apart. They follow from the assignments'
 * ids, which are hashes, so that neither their order nor who left tells who is who.
 */
export const pseudonymsOf = (assignmentIds: readonly string[]): ReadonlyMap<string, string> =>
  new Map(assignmentIds.toSorted().map((id, at) => [id, `评委${stems[at] ?? at + 1}`]));
