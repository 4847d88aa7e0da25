import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mixedTie, tieOf } from '#domain/matching/ties';

describe('the tie numbers of a draw', () => {
  it('are the first 32 bits of SHA-256 over seed and draw key, a line each', () => {
    const hex = createHash('sha256').update('2026-06-20 07 12 19\nab12', 'utf8').digest('hex');
    expect(tieOf('2026-06-20 07 12 19', 'ab12')).toBe(Number.parseInt(hex.slice(0, 8), 16));
    expect(tieOf('2026-06-20 07 12 19', 'ab12')).toBe(786_086_215);
  });

  it('mix to one number of a pair, whoever comes first, by a function that anyone can write down', () => {
    expect(mixedTie(0, 0)).toBe(0);
    // Murmur3's finalizer of 1.
    expect(mixedTie(1, 0)).toBe(0x514e28b7);
    expect(mixedTie(0xdeadbeef, 0x12345678)).toBe(mixedTie(0x12345678, 0xdeadbeef));
    expect(mixedTie(0xffffffff, 0)).toBe(0x81f16f39);
  });
});
