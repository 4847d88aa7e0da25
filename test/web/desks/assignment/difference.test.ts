import { expect, it } from 'vitest';
import { differenceOf } from '#web/desks/assignment/difference.ts';

it('shows a difference with its sign', () => {
  expect(differenceOf(12, 7)).toBe('+5');
  expect(differenceOf(7, 12)).toBe('−5');
  expect(differenceOf(7, 7)).toBe('±0');
});
