import { createHash } from 'node:crypto';

/** A seeded source of chance: the same seed gives the same numbers on every machine. */
export type Random = {
  /** Uniform over 0 < u < 1, in steps of 2⁻³². */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
};

/** Chris Doty-Humphrey's sfc32 (PractRand), its state taken from the SHA-256 of the seed. */
function bitsOf(seed: string): () => number {
  const digest = createHash('sha256').update(seed).digest();
  let [a, b, c] = [digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8)];
  let counter = 1;
  return () => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return out >>> 0;
  };
}

/** Normals by Marsaglia's polar method, two at a time. */
export function randomOf(seed: string): Random {
  const bits = bitsOf(seed);
  const uniform = (): number => (bits() + 0.5) / 4_294_967_296;
  let spare: number | undefined;
  const normal = (): number => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const [x, y] = [2 * uniform() - 1, 2 * uniform() - 1];
      const square = x * x + y * y;
      if (square >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
  };
  return { uniform, normal };
}
