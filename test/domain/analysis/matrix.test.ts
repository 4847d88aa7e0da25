import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorize, form, inverseOf, matrixOf, solveTransposed } from '#domain/analysis/matrix';
import { randomOf } from '#domain/analysis/random';

/** B Bᵀ + I of a random B. */
function positive(size: number, seed: string) {
  const { normal } = randomOf(seed);
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, normal));
  const matrix = matrixOf(size);
  rows.forEach((a, i) => {
    rows.forEach((b, j) => {
      matrix.values[i * size + j] = a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), Number(i === j));
    });
  });
  return matrix;
}

describe('the dense algebra', () => {
  it('factors, solves and inverts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 13 }), fc.string(), (size, seed) => {
        const given = positive(size, seed);
        const factor = { size, values: given.values.slice() };
        factorize(factor);
        const inverse = inverseOf(factor, size);
        for (let i = 0; i < size; i += 1) {
          const unit = new Float64Array(size);
          unit[i] = 1;
          const row = given.values.slice(i * size, (i + 1) * size);
          for (let j = 0; j < size; j += 1) {
            const column = new Float64Array(size);
            column[j] = 1;
            expect(form(given, unit, column)).toBeCloseTo(row[j] ?? Number.NaN, 9);
            const product = row.reduce((sum, value, k) => sum + value * (inverse.values[k * size + j] ?? 0), 0);
            expect(product).toBeCloseTo(Number(i === j), 8);
          }
        }
        const x = Float64Array.from({ length: size }, (_, i) => i + 1);
        solveTransposed(factor, x, size);
        for (let j = 0; j < size; j += 1) {
          let sum = 0;
          for (let i = j; i < size; i += 1) sum += (factor.values[i * size + j] ?? 0) * (x[i] ?? 0);
          expect(sum).toBeCloseTo(j + 1, 8);
        }
      }),
      { numRuns: 50 },
    );
  });
});
