import { describe, expect, it } from 'vitest';
import { stuckOf, waitingIn } from '#web/desks/office/board/stuck.ts';

const counts = {
  school: { submitted: 2, recommended: 1, scored: 4, returned: 1 },
  party: { submitted: 3, 'under-review': 1, withdrawn: 2 },
};
const deadlines = {
  recommendBy: '2026-04-10T00:00:00.000+08:00',
  checkBy: '2026-04-20T00:00:00.000+08:00',
  reviewBy: '2026-08-01T00:00:00.000+08:00',
};
const now = Date.parse('2026-04-15T00:00:00.000+08:00');

describe('what is stuck', () => {
  it('is where somebody owes something, over all categories', () => {
    expect(waitingIn(counts)).toEqual(['submitted', 'returned', 'recommended', 'under-review']);
  });

  it('puts what is overdue first, then what waits longest', () => {
    const since = {
      submitted: '2026-04-14T00:00:00.000+08:00',
      returned: '2026-04-02T00:00:00.000+08:00',
      recommended: '2026-04-09T00:00:00.000+08:00',
    };
    const rows = stuckOf(counts, deadlines, since, now);
    expect(rows.map(({ status }) => status)).toEqual(['submitted', 'returned', 'recommended', 'under-review']);
    expect(rows[0]).toEqual({
      status: 'submitted',
      who: 'recommender',
      count: 5,
      since: since.submitted,
      deadline: deadlines.recommendBy,
      isOverdue: true,
    });
    // A correction has its own deadline in each case.
    expect(rows[1]).toMatchObject({ who: 'applicant', deadline: undefined, isOverdue: false });
  });
});
