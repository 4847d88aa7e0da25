import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SLICE, sha256InSlices } from '#web/uploads/slices.ts';

const bytesOf = (length: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) bytes[at] = (at * 31) % 251;
  return bytes;
};

describe('the hash of a file that is read slice by slice', () => {
  it.each([
    ['an empty one', 0],
    ['a small one', 1000],
    ['a byte less than a slice', SLICE - 1],
    ['a slice', SLICE],
    ['a byte more than a slice', SLICE + 1],
    ['several slices', 2 * SLICE + 63],
  ])('is that of the whole: %s', async (_, length) => {
    const bytes = bytesOf(length);
    const expected = createHash('sha256').update(bytes).digest('hex');
    expect(await sha256InSlices(new Blob([bytes]), () => undefined)).toBe(expected);
  });

  it('tells how far it is', async () => {
    const told: number[] = [];
    await sha256InSlices(new Blob([bytesOf(2 * SLICE + SLICE / 2)]), (done) => told.push(done));
    expect(told).toEqual([0.4, 0.8, 1]);
  });
});
