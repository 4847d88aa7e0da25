import { expect, it } from 'vitest';
import { countsOf, filtered, nextDueOf, type QueueItem } from '#web/desks/reviewer/queue.ts';

const item = (status: QueueItem['status'], dueAt: string, categoryId = 'school'): QueueItem => ({
  assignmentId: `${status}-${dueAt}`,
  cycleId: 'cycle-1',
  applicationId: 'application-1',
  categoryId,
  organizationName: '甲',
  reviewerId: 'r',
  reviewerName: 'r',
  status,
  dueAt,
  assignedAt: '',
  submissions: 0,
});
const items = [
  item('submitted', '2026-08-01'),
  item('pending', '2026-08-02'),
  item('scoring', '2026-08-03', 'enterprise'),
  item('unlocked', '2026-08-04'),
];

it('counts what is to be answered, to be scored and in', () => {
  expect(countsOf(items)).toEqual({ all: 4, pending: 1, open: 2, submitted: 1 });
});

it('takes the next deadline from what is not in yet', () => {
  expect(nextDueOf(items)).toBe('2026-08-02');
  expect(nextDueOf(items.slice(0, 1))).toBeUndefined();
});

it('filters by state and category', () => {
  expect(filtered(items, { state: 'open' })).toEqual([items[2], items[3]]);
  expect(filtered(items, { state: 'open', category: 'school' })).toEqual([items[3]]);
});

it('puts what is still to be done in front of what is handed in', () => {
  expect(filtered(items, {})).toEqual([items[1], items[2], items[3], items[0]]);
});
