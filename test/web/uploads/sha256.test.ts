import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sha256 } from '#web/uploads/sha256.ts';

const expected = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('SHA-256 piece by piece', () => {
  it.each([0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000])('is that of Node for %i bytes', (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31) % 251);
    expect(new Sha256().update(bytes).hex()).toBe(expected(bytes));
  });

  it('does not depend on how the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 12 }), (pieces) => {
        const hash = new Sha256();
        for (const piece of pieces) hash.update(piece);
        expect(hash.hex()).toBe(expected(Buffer.concat(pieces)));
      }),
    );
  });

  it('reads what is larger than a piece', () => {
    const piece = Uint8Array.from({ length: 2 ** 20 }, (_, at) => at & 0xff);
    const mine = new Sha256();
    const theirs = createHash('sha256');
    for (let i = 0; i < 3; i += 1) mine.update(piece);
    for (let i = 0; i < 3; i += 1) theirs.update(piece);
    expect(mine.hex()).toBe(theirs.digest('hex'));
  });
});
