import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assignment, assignmentStatuses } from '#domain/reviews';
import { validAssignments } from '#domain/valid-sheets';

type Of = Pick<Assignment, 'assignmentId' | 'reviewerId' | 'status' | 'assignedAt'>;

const assignment = fc
  .record({
    reviewerId: fc.constantFrom('r1', 'r2', 'r3', 'r4'),
    status: fc.constantFrom(...assignmentStatuses),
    assignedAt: fc.constantFrom('2026-07-01', '2026-07-02', '2026-07-03'),
  })
  .map((of) => of satisfies Omit<Of, 'assignmentId'>);
const assignments = fc
  .array(assignment, { maxLength: 8 })
  .map((all) => all.map((of, at) => ({ ...of, assignmentId: `a${at}` })));
const members = fc.subarray(['r1', 'r2', 'r3', 'r4']);

describe('the assignments whose sheets count', () => {
  it('are handed in, by those who sit there now, exactly one of each who handed in any', () => {
    fc.assert(
      fc.property(assignments, members, (all, seated) => {
        const valid = validAssignments(all, { members: seated });
        const wanted = seated.filter((id) => all.some((of) => of.reviewerId === id && of.status === 'submitted'));
        expect(valid.map(({ reviewerId }) => reviewerId).toSorted()).toEqual(wanted.toSorted());
        expect(valid.every(({ status }) => status === 'submitted')).toBe(true);
        for (const { reviewerId, assignedAt } of valid) {
          const own = all.filter((of) => of.reviewerId === reviewerId && of.status === 'submitted');
          expect(own.every((of) => assignedAt <= of.assignedAt)).toBe(true);
        }
      }),
    );
  });
});
