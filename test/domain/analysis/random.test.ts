import { describe, expect, it } from 'vitest';
import { randomOf } from '#domain/analysis/random';

const drawn = (seed: string, count: number): number[] => {
  const { normal } = randomOf(seed);
  return Array.from({ length: count }, normal);
};

describe('the seeded source of chance', () => {
  it('gives the same for the same seed and something else for another', () => {
    expect(drawn('a', 5)).toEqual(drawn('a', 5));
    expect(drawn('a', 5)).not.toEqual(drawn('b', 5));
  });

  it('draws normals of mean 0 and variance 1 with the normal’s share beyond 1.96', () => {
    const values = drawn('many', 200_000);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    const beyond = values.filter((value) => Math.abs(value) > 1.959964).length / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
    expect(beyond).toBeCloseTo(0.05, 2);
  });

  it('draws uniforms that are never 0 nor 1 and even over ten parts', () => {
    const { uniform } = randomOf('uniform');
    const parts = new Array<number>(10).fill(0);
    for (let at = 0; at < 100_000; at += 1) {
      const value = uniform();
      if (value <= 0 || value >= 1) throw new Error(`out of range: ${value}`);
      parts[Math.floor(value * 10)] = (parts[Math.floor(value * 10)] ?? 0) + 1;
    }
    for (const part of parts) expect(part / 100_000).toBeCloseTo(0.1, 2);
  });
});
