import { expect, it } from 'vitest';
import { waitingShare } from '#examples/player/meter';

const at = (requests: number, table: number, bucket: number) => ({
  requests: { calls: 1, milliseconds: requests },
  table: { calls: 1, milliseconds: table },
  bucket: { calls: 1, milliseconds: bucket },
});

it('takes the share of what was waited for since the beginning, all emulators together', () => {
  expect(waitingShare(at(100, 90, 0), at(300, 140, 50))).toBe(50);
});

it('has no share where nothing was asked', () => {
  expect(waitingShare({}, {})).toBeUndefined();
});
