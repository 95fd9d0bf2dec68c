import type { JacobianFactors } from './problem.js';

/**
 * The inverse of J^T J from R of the Jacobian's pivoted QR factorization, or null where R is singular.
 *
 * @param pegged - variables that are taken as constant: their columns are zero and stand last
 * @returns rows of the symmetric matrix, in the order of the variables; NaN for those that are pegged
 */
export function covarianceOf({ triangle, stride, pivot }: JacobianFactors, pegged?: Uint8Array): number[][] | null {
  const all = pivot.length;
  const size = all - (pegged?.reduce((count, each) => count + each, 0) ?? 0);
  const inverse = invertUpper(triangle, stride, size);
  if (!inverse) return null;
  const covariance = Array.from({ length: all }, () => new Array<number>(all).fill(NaN));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < size; k++) sum += (inverse[i * size + k] as number) * (inverse[j * size + k] as number);
      const [row, column] = [pivot[i] as number, pivot[j] as number];
      (covariance[row] as number[])[column] = sum;
      (covariance[column] as number[])[row] = sum;
    }
  }
  return covariance;
}

/** The inverse of an upper triangle, by rows; undefined if a diagonal entry is zero. */
function invertUpper(triangle: Float64Array, stride: number, size: number): Float64Array | undefined {
  const inverse = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const diagonal = triangle[j * stride + j] as number;
    if (diagonal === 0) return undefined;
    inverse[j * size + j] = 1 / diagonal;
    for (let i = j - 1; i >= 0; i--) {
      let sum = 0;
      for (let k = i + 1; k <= j; k++) {
        sum += (triangle[k * stride + i] as number) * (inverse[k * size + j] as number);
      }
      inverse[i * size + j] = -sum / (triangle[i * stride + i] as number);
    }
  }
  return inverse;
}
