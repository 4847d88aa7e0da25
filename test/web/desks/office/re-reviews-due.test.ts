import { describe, expect, it } from 'vitest';
import type { Actor, Grant } from '#domain/people';
import { reReviewsDue } from '#web/desks/office/re-reviews-due.ts';
import { office } from '#web/messages/office.ts';

const person = (...grants: Grant[]): Actor => ({ kind: 'person', personId: 'p', name: 'p', grants });
const head: Grant = { role: 'office', duties: ['approve'] };
type Title = Parameters<typeof reReviewsDue>[2][number];
const title = (organizationId: string, status: Title['status'], rectifyBy?: string): Title => ({
  certificateNumber: organizationId,
  organizationId,
  organizationName: organizationId,
  status,
  ...(rectifyBy && { rectifyBy }),
});
const titles = [
  title('a', 'under-re-review'),
  title('b', 'under-re-review'),
  title('c', 'valid'),
  title('d', 'rectifying', '2029-06-30T23:59:59.000+08:00'),
  title('e', 'rectifying', '2029-05-31T23:59:59.000+08:00'),
  title('f', 'revoked'),
];

describe('the titles on which the head of the office has to decide', () => {
  it('are counted, with the day on which the first rectification must be done', () => {
    expect(reReviewsDue(person(head), 'c-1', titles)).toEqual([
      { key: 're-reviews', what: office.dueReReviews(2), to: '/cycles/c-1/awards' },
      {
        key: 'rectifications',
        what: office.dueRectifications(2),
        to: '/cycles/c-1/awards',
        until: '2029-05-31T23:59:59.000+08:00',
      },
    ]);
    expect(reReviewsDue(person(head), 'c-1', [title('c', 'valid')])).toEqual([]);
  });

  it('wait for nobody else, and not for a head who speaks for the unit', () => {
    expect(reReviewsDue(person({ role: 'office', duties: ['draft', 'check'] }), 'c-1', titles)).toEqual([]);
    const partial = person(head, { role: 'applicant', organizationId: 'a' });
    expect(reReviewsDue(partial, 'c-1', titles)[0]?.what).toEqual(office.dueReReviews(1));
  });
});
