import { describe, expect, it } from 'vitest';
import { chiSquareTail, discoveryLine, normalTail, Z95 } from '#domain/analysis/distributions';

describe('the tails', () => {
  it('of χ² are those of the tables', () => {
    const table: readonly (readonly [x: number, degrees: number, p: number])[] = [
      [3.841458820694124, 1, 0.05],
      [5.991464547107979, 2, 0.05],
      [9.487729036781154, 4, 0.05],
      [18.307038053275146, 10, 0.05],
      [124.34211340400407, 100, 0.05],
      [6.634896601021213, 1, 0.01],
      [0.004, 1, 0.949570971151105],
    ];
    for (const [x, degrees, p] of table) expect(chiSquareTail(x, degrees)).toBeCloseTo(p, 10);
    expect(chiSquareTail(7, 2)).toBeCloseTo(Math.exp(-3.5), 14);
    expect(chiSquareTail(0, 3)).toBe(1);
    expect(chiSquareTail(2000, 4)).toBeLessThan(1e-300);
  });

  it('of the normal distribution are those of the tables, on both sides', () => {
    expect(normalTail(Z95)).toBeCloseTo(0.025, 14);
    expect(normalTail(0)).toBeCloseTo(0.5, 14);
    expect(normalTail(-1)).toBeCloseTo(0.8413447460685429, 13);
    expect(normalTail(6)).toBeCloseTo(9.865876450376946e-10, 20);
  });
});

describe('the line of discoveries', () => {
  it('is the greatest p below its share of the tests, as in the paper’s own example', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    expect(discoveryLine(p.toReversed(), 0.05)).toBe(0.0095);
  });

  it('is 0 where nothing is to be acted on', () => {
    expect(discoveryLine([0.4, 0.9], 0.05)).toBe(0);
    expect(discoveryLine([], 0.05)).toBe(0);
  });
});
