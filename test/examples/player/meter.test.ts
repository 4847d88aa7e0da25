import { expect, it } from 'vitest';
import { waitingShare } from '#examples/player/meter';

const at = (milliseconds: number) => ({
  waiting: { calls: 1, milliseconds },
  table: { calls: 1, milliseconds: 3 * milliseconds },
});

it('takes the share of the time since the beginning in which any emulator was waited for', () => {
  expect(waitingShare(at(100), at(150), 200)).toBe(25);
});

it('counts from nothing where the box was restarted in between', () => {
  expect(waitingShare(at(100), at(50), 200)).toBe(25);
  expect(waitingShare({}, {}, 200)).toBe(0);
});
