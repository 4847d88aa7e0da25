import type { Hundredths } from '../marks.ts';
import type { MarksByPoint } from '../standards.ts';

/** A valid sheet with its marks in hundredths, and the marks of each submission before it, oldest first. */
export type AnalysedSheet = {
  readonly reviewerId: string;
  readonly marks: MarksByPoint;
  readonly total: Hundredths;
  readonly earlier: readonly { readonly marks: MarksByPoint; readonly total: Hundredths }[];
};

export type AnalysedApplication = {
  readonly applicationId: string;
  readonly sheets: readonly AnalysedSheet[];
  /** Sum of the self-scores; absent where a point has none. */
  readonly selfScore?: Hundredths;
};

/** Sheets of one application, by different reviewers, that agree on every point. */
export type Duplicates = {
  readonly applicationId: string;
  readonly reviewerIds: readonly string[];
  readonly total: Hundredths;
};

/** A reviewer who gave different applications the very same sheet. */
export type Uniform = {
  readonly reviewerId: string;
  readonly sheets: number;
  /** How many of them are the same. */
  readonly alike: number;
  readonly total: Hundredths;
};

/** What changed between a submission and the one after it; null where a point had no mark. */
export type Revision = {
  readonly applicationId: string;
  readonly reviewerId: string;
  readonly from: Hundredths;
  readonly to: Hundredths;
  readonly points: readonly {
    readonly pointId: string;
    readonly from: Hundredths | null;
    readonly to: Hundredths | null;
  }[];
};

const FEWEST_ALIKE = 3;

function groupsOf<T>(things: readonly T[], nameOf: (thing: T) => string): [first: T, ...rest: T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const thing of things) {
    const name = nameOf(thing);
    const group = groups.get(name);
    if (group) group.push(thing);
    else groups.set(name, [thing]);
  }
  return [...groups.values()];
}

const fingerprint = ({ marks }: Pick<AnalysedSheet, 'marks'>): string =>
  Object.entries(marks)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .join(' ');

/**
 * Identical sheets on one application. Full marks on every point (`fullMarks`, hundredths) are left out: that two give
 * them is no sign that one copied.
 */
export const duplicatesOf = (applications: readonly AnalysedApplication[], fullMarks: Hundredths): Duplicates[] =>
  applications.flatMap(({ applicationId, sheets }) =>
    groupsOf(sheets, fingerprint)
      .filter(([first, ...rest]) => rest.length > 0 && first.total !== fullMarks)
      .map((group) => ({ applicationId, reviewerIds: group.map((sheet) => sheet.reviewerId), total: group[0].total })),
  );

/** Reviewers of three sheets or more of which at least half, and three, are the same; full marks count here. */
export function uniformOf(applications: readonly AnalysedApplication[]): Uniform[] {
  const byReviewer = groupsOf(
    applications.flatMap(({ sheets }) => sheets),
    (sheet) => sheet.reviewerId,
  );
  return byReviewer.flatMap((sheets): Uniform[] => {
    const [largest] = groupsOf(sheets, fingerprint).toSorted((a, b) => b.length - a.length);
    if (!largest || largest.length < Math.max(FEWEST_ALIKE, sheets.length / 2)) return [];
    const { reviewerId, total } = largest[0];
    return [{ reviewerId, sheets: sheets.length, alike: largest.length, total }];
  });
}

function changedPoints(from: MarksByPoint, to: MarksByPoint): Revision['points'] {
  const pointIds = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return pointIds
    .filter((pointId) => from[pointId] !== to[pointId])
    .map((pointId) => ({ pointId, from: from[pointId] ?? null, to: to[pointId] ?? null }));
}

/** Marks that changed after an unlocking, submission by submission; a sheet handed in again as it was is none. */
export const revisionsOf = (applications: readonly AnalysedApplication[]): Revision[] =>
  applications.flatMap(({ applicationId, sheets }) =>
    sheets.flatMap((sheet) => {
      const { reviewerId } = sheet;
      const submissions = [...sheet.earlier, sheet];
      return submissions.slice(1).flatMap((now, at): Revision[] => {
        const before = submissions[at] ?? now;
        const points = changedPoints(before.marks, now.marks);
        if (points.length === 0) return [];
        return [{ applicationId, reviewerId, from: before.total, to: now.total, points }];
      });
    }),
  );
