type Frozen = { readonly applicationId: string; readonly organizationName: string; readonly vetoed: boolean };

/** Whom a veto met since the result was frozen, and whom none meets any more: what was frozen is not true of them. */
export function vetoDrift<Row extends Frozen>(
  rows: readonly Row[],
  vetoed: readonly { readonly applicationId: string }[],
): { readonly came: readonly Row[]; readonly gone: readonly Row[] } {
  const now = new Set(vetoed.map(({ applicationId }) => applicationId));
  return {
    came: rows.filter((row) => !row.vetoed && now.has(row.applicationId)),
    gone: rows.filter((row) => row.vetoed && !now.has(row.applicationId)),
  };
}
