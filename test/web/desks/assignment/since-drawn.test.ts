import { describe, expect, it } from 'vitest';
import { sinceDrawnOf, visitSeatOf } from '#web/desks/assignment/since-drawn.ts';

const seat = (reviewerId: string, more: object = {}) => ({
  assignmentId: `of-${reviewerId}`,
  reviewerId,
  reviewerName: `name-${reviewerId}`,
  status: 'accepted',
  ...more,
});

const seats = [
  seat('stays'),
  seat('left', { status: 'recused', reason: 'family: 配偶' }),
  seat('next', { replaces: 'of-left' }),
  seat('late', { status: 'reassigned', reason: 'overdue' }),
  seat('arbiter', { role: 'arbiter' }),
];

describe('a pair since it was drawn', () => {
  it('is as drawn for who sits where they were drawn, and for who was never there', () => {
    expect(sinceDrawnOf(seats, 'stays', true)).toBeUndefined();
    expect(sinceDrawnOf(seats, 'nobody', false)).toBeUndefined();
  });

  it('has left, with the reason and who follows, or nobody', () => {
    expect(sinceDrawnOf(seats, 'left', true)).toEqual({ kind: 'left', reason: 'family: 配偶', successor: 'name-next' });
    expect(sinceDrawnOf(seats, 'late', true)).toEqual({ kind: 'left', reason: 'overdue', successor: undefined });
  });

  it('has come in somebody’s place, or as the arbiter', () => {
    expect(sinceDrawnOf(seats, 'next', false)).toEqual({ kind: 'came', predecessor: 'name-left', isArbiter: false });
    expect(sinceDrawnOf(seats, 'arbiter', false)).toEqual({ kind: 'came', predecessor: undefined, isArbiter: true });
  });

  it('is told of visitors alike, but for who took whose place', () => {
    const visits = [
      { reviewerId: 'left', status: 'withdrawn', reason: 'other: 出差' },
      { reviewerId: 'next', status: 'asked' },
    ] as const;
    const team = visits.map(visitSeatOf);
    expect(sinceDrawnOf(team, 'left', true)).toEqual({ kind: 'left', reason: 'other: 出差', successor: undefined });
    expect(sinceDrawnOf(team, 'next', false)).toMatchObject({ kind: 'came', isArbiter: false });
  });
});
