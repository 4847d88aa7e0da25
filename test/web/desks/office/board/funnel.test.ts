import { describe, expect, it } from 'vitest';
import { applicationStatuses } from '#domain/applications';
import { countOf, funnelOf, left, stageNames, stages, statusesIn, totalOf } from '#web/desks/office/board/funnel.ts';

const counts = { school: { draft: 1, submitted: 2, named: 3, withdrawn: 1 }, party: { submitted: 1, returned: 1 } };

describe('the funnel of a cycle', () => {
  it('has a place for every state of an application, and one only', () => {
    const placed = [...stageNames.flatMap((stage) => [...stages[stage]]), ...left];
    expect([...placed].sort()).toEqual([...applicationStatuses].sort());
  });

  it('counts how many came as far, without those who left', () => {
    const funnel = funnelOf(counts);
    expect(funnel.find(({ stage }) => stage === 'draft')).toEqual({ stage: 'draft', here: 1, reached: 8 });
    expect(funnel.find(({ stage }) => stage === 'submitted')).toEqual({ stage: 'submitted', here: 4, reached: 7 });
    expect(funnel.find(({ stage }) => stage === 'review')).toEqual({ stage: 'review', here: 0, reached: 3 });
  });

  it('counts a state over all categories or in one', () => {
    expect(countOf(counts, 'submitted')).toBe(3);
    expect(countOf(counts, 'submitted', 'party')).toBe(1);
    expect(countOf(counts, 'submitted', 'nobody')).toBe(0);
    expect([totalOf(counts), totalOf(counts, 'party')]).toEqual([9, 2]);
    expect(statusesIn(counts)).toEqual(['draft', 'submitted', 'returned', 'named', 'withdrawn']);
  });
});
