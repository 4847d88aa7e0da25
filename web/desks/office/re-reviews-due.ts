import type { Award } from '#domain/decisions';
import type { Actor } from '#domain/people';
import { isConflicted, mayApprove } from '#domain/policies';
import { office } from '#web/messages/office.ts';
import type { Due } from './cycle-due.ts';

type Title = Pick<Award, 'certificateNumber' | 'organizationId' | 'organizationName' | 'status' | 'rectifyBy'>;

/** The titles of a cycle on which the head of the office has to decide: re-reviews that began, then rectifications. */
export function reReviewsDue(actor: Actor, cycleId: string, titles: readonly Title[]): Due[] {
  if (!mayApprove(actor)) return [];
  const mine = titles.filter((title) => !isConflicted(actor, title));
  const count = (status: Title['status']): number => mine.filter((title) => title.status === status).length;
  const [reviews, rectifying] = [count('under-re-review'), count('rectifying')];
  const [until] = mine.flatMap(({ status, rectifyBy }) => (status === 'rectifying' ? (rectifyBy ?? []) : [])).sort();
  const to = `/cycles/${cycleId}/awards`;
  return [
    ...(reviews > 0 ? [{ key: 're-reviews', what: office.dueReReviews(reviews), to }] : []),
    ...(rectifying > 0 ? [{ key: 'rectifications', what: office.dueRectifications(rectifying), to, until }] : []),
  ];
}
