import { isNothingToReview, unsettledStatuses } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { board as words } from '#web/messages/board.ts';
import type { Said } from '#web/messages/say.ts';
import { type Counts, countOf } from './funnel.ts';

/** What to expect where there is no application: they may still come, or nobody came. */
export function nobodyHelp(status: Cycle['status']): Said {
  if (status === 'draft') return words.nobodyDraft;
  return status === 'announced' || status === 'accepting' ? words.nobodyHelp : words.nobodyCame;
}

/** Why the review cannot start yet. */
export function startObstacle(counts: Counts): Said | undefined {
  const unsettled = unsettledStatuses.reduce((sum, status) => sum + countOf(counts, status), 0);
  if (unsettled > 0) return words.startBlocked(unsettled);
  return isNothingToReview(Object.values(counts)) ? words.startNothing : undefined;
}
