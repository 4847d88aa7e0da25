import { expect, it } from 'vitest';
import { percentOf, roundedBound, seatsOf } from '#web/desks/assignment/figures.ts';

it('counts seats as the loads add up', () => {
  expect(seatsOf([{ load: 3 }, { load: 0 }, { load: 4 }])).toBe(7);
});

it('never shows a bound that is less than the true one', () => {
  expect(roundedBound(1234.501)).toBe('1234.6');
  expect(roundedBound(1200)).toBe('1200');
});

it('tells a share in percent, and none of nothing', () => {
  expect(percentOf(474, 1056)).toBe('44.9%');
  expect(percentOf(0, 0)).toBe('0%');
});
