export type Counts = {
  readonly assigned: number;
  readonly pending: number;
  readonly submitted: number;
  readonly overdue: number;
};

export type Part = { readonly part: 'submitted' | 'overdue' | 'underWay' | 'pending'; readonly percent: number };

/**
 * Sheets as parts of a bar, in percent of what was assigned; each counts once. What is overdue may be pending or under
 * way: the API does not tell which, so it is taken from what is under way first.
 */
export function partsOf({ assigned, pending, submitted, overdue }: Counts): Part[] {
  const open = Math.max(0, assigned - submitted);
  const late = Math.min(overdue, open);
  const waiting = Math.min(pending, open - late);
  const percent = (count: number): number => (assigned === 0 ? 0 : (100 * count) / assigned);
  return [
    { part: 'submitted', percent: percent(submitted) },
    { part: 'overdue', percent: percent(late) },
    { part: 'underWay', percent: percent(open - late - waiting) },
    { part: 'pending', percent: percent(waiting) },
  ];
}
