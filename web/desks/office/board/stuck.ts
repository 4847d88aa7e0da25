import type { ApplicationStatus } from '#domain/applications';
import { type Counts, countOf } from './funnel.ts';

type DeadlineName = 'closesAt' | 'recommendBy' | 'checkBy' | 'assessBy' | 'reviewBy';
type Who = 'applicant' | 'recommender' | 'office' | 'reviewer' | 'system';

/** Whom a case waits for in a state, and by when; a correction has its own deadline in each case. */
const waits = {
  submitted: { who: 'recommender', by: 'recommendBy' },
  returned: { who: 'applicant' },
  recommended: { who: 'office', by: 'checkBy' },
  accepted: { who: 'system' },
  'self-assessing': { who: 'applicant', by: 'assessBy' },
  supplementing: { who: 'applicant' },
  'under-review': { who: 'reviewer', by: 'reviewBy' },
} as const satisfies Partial<Record<ApplicationStatus, { readonly who: Who; readonly by?: DeadlineName }>>;

export type WaitingStatus = keyof typeof waits;

// Safe: the keys are those of the table above.
const waitingStatuses = Object.keys(waits) as readonly WaitingStatus[];

/** The states in which somebody owes something and somebody stands. */
export const waitingIn = (counts: Counts): WaitingStatus[] =>
  waitingStatuses.filter((status) => countOf(counts, status) > 0);

export type Stuck = {
  readonly status: WaitingStatus;
  readonly who: Who;
  readonly count: number;
  /** Since when the one that waits longest stands there. */
  readonly since: string | undefined;
  readonly deadline: string | undefined;
  readonly isOverdue: boolean;
};

/** What waits, for whom and since when; what is past its deadline first, then what waits longest. */
export function stuckOf(
  counts: Counts,
  deadlines: Readonly<Record<string, string>>,
  since: Readonly<Partial<Record<WaitingStatus, string>>>,
  now: number,
): Stuck[] {
  const rows = waitingIn(counts).map((status): Stuck => {
    const rule: { readonly who: Who; readonly by?: DeadlineName } = waits[status];
    const deadline = rule.by && deadlines[rule.by];
    return {
      status,
      who: rule.who,
      count: countOf(counts, status),
      since: since[status],
      deadline,
      isOverdue: deadline !== undefined && Date.parse(deadline) < now,
    };
  });
  const longest = ({ since: at }: Stuck): number => (at === undefined ? now : Date.parse(at));
  return rows.sort((a, b) => Number(b.isOverdue) - Number(a.isOverdue) || longest(a) - longest(b));
}
