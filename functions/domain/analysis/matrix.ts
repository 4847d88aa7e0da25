/** A square matrix by rows. */
export type Matrix = { readonly size: number; readonly values: Float64Array };

export const matrixOf = (size: number): Matrix => ({ size, values: new Float64Array(size * size) });

/**
 * Σ a[i + k] b[j + k] for k < count. Four sums at once, because one sum waits for each of its additions; each declared
 * by itself, because the engine runs this loop at a third of the speed where they are taken from an array.
 */
function dot(a: Float64Array, i: number, b: Float64Array, j: number, count: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < count; k += 4) {
    s0 += (a[i + k] ?? 0) * (b[j + k] ?? 0);
    s1 += (a[i + k + 1] ?? 0) * (b[j + k + 1] ?? 0);
    s2 += (a[i + k + 2] ?? 0) * (b[j + k + 2] ?? 0);
    s3 += (a[i + k + 3] ?? 0) * (b[j + k + 3] ?? 0);
  }
  for (; k < count; k += 1) s0 += (a[i + k] ?? 0) * (b[j + k] ?? 0);
  return s0 + s1 + (s2 + s3);
}

/**
 * Cholesky in place: the lower half of a symmetric matrix becomes its factor L. A pivot that rounding made negative
 * or 0 is held at 0, which only the last one of a bordered system ever is (a perfect fit).
 */
export function factorize({ size, values }: Matrix): void {
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const pivot = values[j * size + j] ?? 0;
      const rest = (values[i * size + j] ?? 0) - dot(values, i * size, values, j * size, j);
      values[i * size + j] = pivot > 0 ? rest / pivot : 0;
    }
    const rest = (values[i * size + i] ?? 0) - dot(values, i * size, values, i * size, i);
    values[i * size + i] = rest > 0 ? Math.sqrt(rest) : 0;
  }
}

/** Solves Lᵀ x = x in place, for the first `count` rows of the factor. */
export function solveTransposed({ size, values }: Matrix, x: Float64Array, count: number): void {
  for (let i = count - 1; i >= 0; i -= 1) {
    const solved = (x[i] ?? 0) / (values[i * size + i] ?? 1);
    x[i] = solved;
    for (let j = 0; j < i; j += 1) x[j] = (x[j] ?? 0) - (values[i * size + j] ?? 0) * solved;
  }
}

/** The inverse of L Lᵀ of the first `count` rows of a factor, both halves filled. */
export function inverseOf({ size, values }: Matrix, count: number): Matrix {
  // Row i of `columns` is column i of L⁻¹, so that every sum below runs along a row.
  const columns = new Float64Array(count * count);
  for (let i = 0; i < count; i += 1) {
    columns[i * count + i] = 1 / (values[i * size + i] ?? 1);
    for (let k = i + 1; k < count; k += 1) {
      const rest = dot(values, k * size + i, columns, i * count + i, k - i);
      columns[i * count + k] = -rest / (values[k * size + k] ?? 1);
    }
  }
  const inverse = matrixOf(count);
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const value = dot(columns, i * count + i, columns, j * count + i, count - i);
      inverse.values[i * count + j] = value;
      inverse.values[j * count + i] = value;
    }
  }
  return inverse;
}

/** aᵀ A b for a symmetric A. */
export function form({ size, values }: Matrix, a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < size; i += 1) sum += (a[i] ?? 0) * dot(values, i * size, b, 0, size);
  return sum;
}
