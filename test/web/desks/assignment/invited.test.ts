import { expect, it } from 'vitest';
import { tallyOf } from '#web/desks/assignment/invited.ts';

it('counts who was never asked together with those whose invitation was withdrawn', () => {
  expect(tallyOf(['invited', 'accepted', 'accepted', 'declined', 'withdrawn', undefined])).toEqual({
    invited: 1,
    accepted: 2,
    declined: 1,
    withdrawn: 1,
    none: 2,
  });
});
