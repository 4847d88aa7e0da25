import { expect, it } from 'vitest';
import { leftWayOf } from '#web/desks/reviewer/scoring/left-way.ts';

it('tells apart how a reviewer came to leave a case', () => {
  expect(leftWayOf({ status: 'recused', reason: 'family' })).toBe('recused');
  expect(leftWayOf({ status: 'reassigned', reason: 'overdue' })).toBe('overdue');
  expect(leftWayOf({ status: 'reassigned', reason: 'redraw 2' })).toBe('redraw');
  expect(leftWayOf({ status: 'reassigned', reason: '出差' })).toBe('reassigned');
});
