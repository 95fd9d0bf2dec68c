import { applyReflection, factorize } from '../least-squares/pivoted-qr.js';

/**
 * The least-squares polynomial through points, highest power first, as numpy's `polyfit`.
 *
 * The columns of powers are scaled to length one.
 */
export function polynomialFit(x: Float64Array, y: Float64Array, degree: number): number[] {
  const rows = x.length;
  const columns = degree + 1;
  const matrix = new Float64Array(rows * columns);
  const lengths = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    let sum = 0;
    for (let i = 0; i < rows; i++) {
      const power = (x[i] as number) ** (degree - j);
      matrix[j * rows + i] = power;
      sum += power * power;
    }
    lengths[j] = Math.sqrt(sum) || 1;
    for (let i = 0; i < rows; i++) matrix[j * rows + i] = (matrix[j * rows + i] as number) / (lengths[j] as number);
  }
  return Array.from(solve(matrix, y.slice(), columns), (value, j) => value / (lengths[j] as number));
}

/** Solves an overdetermined system by pivoted QR; the matrix and the right side are used up. */
function solve(matrix: Float64Array, right: Float64Array, columns: number): Float64Array {
  const rows = right.length;
  const pivot = new Int32Array(columns);
  const diagonal = new Float64Array(columns);
  factorize(matrix, rows, columns, {
    pivot,
    diagonal,
    columnNorms: new Float64Array(columns),
    lastNorms: new Float64Array(columns),
  });
  const rank = Math.min(rows, columns);
  for (let j = 0; j < rank; j++) {
    if (matrix[j * rows + j] !== 0) applyReflection(matrix, j * rows + j, (j + 1) * rows, right, j);
  }
  const solution = new Float64Array(columns);
  for (let j = rank - 1; j >= 0; j--) {
    if (Math.abs(diagonal[j] as number) <= rows * Number.EPSILON) continue;
    let sum = right[j] as number;
    for (let k = j + 1; k < rank; k++)
      sum -= (matrix[k * rows + j] as number) * (solution[pivot[k] as number] as number);
    solution[pivot[j] as number] = sum / (diagonal[j] as number);
  }
  return solution;
}
