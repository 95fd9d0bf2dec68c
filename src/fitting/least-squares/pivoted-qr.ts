import { euclideanNorm } from './euclidean-norm.js';
import { EPSILON } from './machine.js';

/**
 * A QR factorization A P = Q R by Householder reflections, with the longest remaining column first.
 *
 * The matrix is stored by columns. Afterwards its strict upper triangle holds that of R, the diagonal
 * of R is in `diagonal`, and the rest of each column is the vector of its reflection.
 *
 * Algorithm: MINPACK's `qrfac` as the MINPACK-1 user guide describes it; see ./NOTICE.md.
 */
export interface PivotedQr {
  /** Column j of A P is column `pivot[j]` of A. */
  readonly pivot: Int32Array;
  readonly diagonal: Float64Array;
  /** The lengths of the columns of A. */
  readonly columnNorms: Float64Array;
  /** Room for the lengths that columns had when they were last computed. */
  readonly lastNorms: Float64Array;
}

/** Factorizes the `rows` x `columns` matrix in place. */
export function factorize(matrix: Float64Array, rows: number, columns: number, qr: PivotedQr): void {
  const { pivot, diagonal, columnNorms, lastNorms } = qr;
  for (let j = 0; j < columns; j++) {
    const norm = euclideanNorm(matrix, j * rows, rows);
    columnNorms[j] = norm;
    diagonal[j] = norm;
    lastNorms[j] = norm;
    pivot[j] = j;
  }
  const steps = Math.min(rows, columns);
  for (let j = 0; j < steps; j++) {
    bringLongestForward(matrix, rows, columns, j, qr);
    diagonal[j] = -reflect(matrix, rows, columns, j, qr);
  }
}

function bringLongestForward(matrix: Float64Array, rows: number, columns: number, j: number, qr: PivotedQr): void {
  const { pivot, diagonal, lastNorms } = qr;
  let longest = j;
  for (let k = j + 1; k < columns; k++) {
    if ((diagonal[k] as number) > (diagonal[longest] as number)) longest = k;
  }
  if (longest === j) return;
  for (let i = 0; i < rows; i++) {
    const value = matrix[j * rows + i] as number;
    matrix[j * rows + i] = matrix[longest * rows + i] as number;
    matrix[longest * rows + i] = value;
  }
  diagonal[longest] = diagonal[j] as number;
  lastNorms[longest] = lastNorms[j] as number;
  const column = pivot[j] as number;
  pivot[j] = pivot[longest] as number;
  pivot[longest] = column;
}

/** Reflects column j onto the diagonal and the later columns with it; gives the signed length. */
function reflect(matrix: Float64Array, rows: number, columns: number, j: number, qr: PivotedQr): number {
  const start = j * rows;
  const end = start + rows;
  const head = start + j;
  let length = euclideanNorm(matrix, head, rows - j);
  if (length === 0) return 0;
  if ((matrix[head] as number) < 0) length = -length;
  for (let i = head; i < end; i++) matrix[i] = (matrix[i] as number) / length;
  matrix[head] = (matrix[head] as number) + 1;
  for (let k = j + 1; k < columns; k++) {
    applyReflection(matrix, head, end, matrix, k * rows + j);
    shortenNorm(matrix, rows, j, k, qr);
  }
  return length;
}

/** Applies the reflection whose vector stands in `matrix` from `head` to `end` to another vector. */
export function applyReflection(
  matrix: Float64Array,
  head: number,
  end: number,
  vector: Float64Array,
  offset: number,
): void {
  let sum = 0;
  for (let i = head, at = offset; i < end; i++, at++) sum += (matrix[i] as number) * (vector[at] as number);
  const factor = sum / (matrix[head] as number);
  for (let i = head, at = offset; i < end; i++, at++) {
    vector[at] = (vector[at] as number) - factor * (matrix[i] as number);
  }
}

/** Updates the length of what is left of column k, or computes it anew where cancellation is near. */
function shortenNorm(matrix: Float64Array, rows: number, j: number, k: number, qr: PivotedQr): void {
  const { diagonal, lastNorms } = qr;
  const norm = diagonal[k] as number;
  if (norm === 0) return;
  const ratio = (matrix[k * rows + j] as number) / norm;
  const shorter = norm * Math.sqrt(Math.max(0, 1 - ratio * ratio));
  diagonal[k] = shorter;
  if (0.05 * (shorter / (lastNorms[k] as number)) ** 2 > EPSILON) return;
  const fresh = euclideanNorm(matrix, k * rows + j + 1, rows - j - 1);
  diagonal[k] = fresh;
  lastNorms[k] = fresh;
}
