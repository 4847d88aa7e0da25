/** A category as a cycle holds it, as far as its seats and lines are shown. */
type Held = {
  readonly categoryId: string;
  readonly passLine: string;
  readonly quota: { readonly total: number };
  readonly tiers?: readonly { readonly name: string }[] | undefined;
};
type Listed = { readonly applicationId: string; readonly categoryId: string };

export type CategorySum = {
  readonly categoryId: string;
  readonly seats: number;
  readonly listed: number;
  readonly passLine: string;
  /** How many reached each tier, in the cycle's order. */
  readonly tiers: readonly { readonly name: string; readonly count: number }[];
};

/** Seats and entries of each category, in the cycle's order. */
export function sumsOf(
  categories: readonly Held[],
  rows: readonly Listed[],
  tierOf: (applicationId: string) => string | undefined,
): CategorySum[] {
  return categories.map(({ categoryId, quota, passLine, tiers = [] }) => {
    const own = rows.filter((row) => row.categoryId === categoryId);
    return {
      categoryId,
      seats: quota.total,
      listed: own.length,
      passLine,
      tiers: tiers.map(({ name }) => ({
        name,
        count: own.filter(({ applicationId }) => tierOf(applicationId) === name).length,
      })),
    };
  });
}

type Ranked = Listed & {
  readonly rank?: number | undefined;
  readonly needsVote: boolean;
  readonly organizationName: string;
};

/** The ties that wait for a vote: those of one category and one rank of whom any needs it. */
export function tiesOf<R extends Ranked>(rows: readonly R[]): R[][] {
  const keyOf = (row: R): string => `${row.categoryId}#${row.rank}`;
  const waiting = new Set(rows.filter(({ needsVote }) => needsVote).map(keyOf));
  return [...waiting].map((key) => rows.filter((row) => keyOf(row) === key));
}
