import { euclideanNorm } from './euclidean-norm.js';
import { SMALLEST } from './machine.js';

/** A triangular system R and the right-hand side Q^T f, both as a pivoted QR factorization leaves them. */
export interface TriangularSystem {
  /** R by columns, with `stride` numbers a column; the strict lower triangle is used as room. */
  readonly matrix: Float64Array;
  readonly stride: number;
  readonly size: number;
  readonly pivot: Int32Array;
  /** Q^T f. */
  readonly rightSide: Float64Array;
  /** How each variable is scaled. */
  readonly scale: Float64Array;
}

/** Room for the vectors of one solution. */
export interface TrustRegionRoom {
  readonly step: Float64Array;
  readonly diagonal: Float64Array;
  readonly scaled: Float64Array;
  readonly work: Float64Array;
}

const MOST_ITERATIONS = 10;

/**
 * Finds the Levenberg-Marquardt parameter for which the scaled step is as long as `radius` allows, to
 * within a tenth, and leaves that step in `room.step`.
 *
 * J. J. More, "The Levenberg-Marquardt algorithm: implementation and theory", LNM 630 (1978), section 5;
 * MINPACK's `lmpar` as its user guide describes it, see ./NOTICE.md.
 *
 * @param start - the parameter of the step before
 * @returns the parameter; 0 where the Gauss-Newton step is short enough
 */
export function levenbergMarquardtParameter(
  system: TriangularSystem,
  radius: number,
  start: number,
  room: TrustRegionRoom,
): number {
  const { size } = system;
  const { scaled } = room;
  const full = gaussNewtonStep(system, room);
  let length = scaledLength(system, room);
  let excess = length - radius;
  if (excess <= 0.1 * radius) return 0;

  let lower = 0;
  if (full) {
    const slope = inverseLength(system, room, length);
    lower = excess / radius / slope / slope;
  }
  const gradient = scaledGradient(system, room);
  let upper = gradient / radius;
  if (upper === 0) upper = SMALLEST / Math.min(radius, 0.1);
  let parameter = Math.min(Math.max(start, lower), upper);
  if (parameter === 0) parameter = gradient / length;

  for (let iteration = 1; ; iteration++) {
    if (parameter === 0) parameter = Math.max(SMALLEST, 0.001 * upper);
    const root = Math.sqrt(parameter);
    for (let j = 0; j < size; j++) scaled[j] = root * (system.scale[j] as number);
    dampedStep(system, room, scaled);
    length = scaledLength(system, room);
    const before = excess;
    excess = length - radius;
    const falls = lower === 0 && excess <= before && before < 0;
    if (Math.abs(excess) <= 0.1 * radius || falls || iteration === MOST_ITERATIONS) return parameter;
    // Newton's correction of the secular equation.
    const slope = dampedInverseLength(system, room, length);
    const correction = excess / radius / slope / slope;
    if (excess > 0) lower = Math.max(lower, parameter);
    if (excess < 0) upper = Math.min(upper, parameter);
    parameter = Math.max(lower, parameter + correction);
  }
}

/** Solves R P^T x = Q^T f as far as R has full rank; tells whether it has. */
function gaussNewtonStep(system: TriangularSystem, { step, work }: TrustRegionRoom): boolean {
  const { matrix, stride, size, pivot, rightSide } = system;
  let rank = size;
  for (let j = 0; j < size; j++) {
    if ((matrix[j * stride + j] as number) === 0 && rank === size) rank = j;
    work[j] = rank < size ? 0 : (rightSide[j] as number);
  }
  solveUpper(matrix, stride, rank, work);
  for (let j = 0; j < size; j++) step[pivot[j] as number] = work[j] as number;
  return rank === size;
}

/** Solves R x = b in place. */
function solveUpper(matrix: Float64Array, stride: number, rank: number, vector: Float64Array): void {
  for (let j = rank - 1; j >= 0; j--) {
    const value = (vector[j] as number) / (matrix[j * stride + j] as number);
    vector[j] = value;
    for (let i = 0; i < j; i++) vector[i] = (vector[i] as number) - (matrix[j * stride + i] as number) * value;
  }
}

/** The length of the scaled step, whose components stay in `room.scaled`. */
function scaledLength({ size, scale }: TriangularSystem, { step, scaled }: TrustRegionRoom): number {
  for (let j = 0; j < size; j++) scaled[j] = (scale[j] as number) * (step[j] as number);
  return euclideanNorm(scaled, 0, size);
}

/** |R^-T P^T D^2 x / |D x||, whose square is the slope of the secular equation at zero. */
function inverseLength(system: TriangularSystem, { scaled, work }: TrustRegionRoom, length: number): number {
  const { matrix, stride, size, pivot, scale } = system;
  for (let j = 0; j < size; j++) {
    const at = pivot[j] as number;
    work[j] = (scale[at] as number) * ((scaled[at] as number) / length);
  }
  for (let j = 0; j < size; j++) {
    let sum = 0;
    for (let i = 0; i < j; i++) sum += (matrix[j * stride + i] as number) * (work[i] as number);
    work[j] = ((work[j] as number) - sum) / (matrix[j * stride + j] as number);
  }
  return euclideanNorm(work, 0, size);
}

/** The length of the gradient J^T f in scaled variables. */
function scaledGradient(system: TriangularSystem, { work }: TrustRegionRoom): number {
  const { matrix, stride, size, pivot, rightSide, scale } = system;
  for (let j = 0; j < size; j++) {
    let sum = 0;
    for (let i = 0; i <= j; i++) sum += (matrix[j * stride + i] as number) * (rightSide[i] as number);
    work[j] = sum / (scale[pivot[j] as number] as number);
  }
  return euclideanNorm(work, 0, size);
}

/** Like {@link inverseLength} for the damped system that {@link dampedStep} left. */
function dampedInverseLength(system: TriangularSystem, room: TrustRegionRoom, length: number): number {
  const { matrix, stride, size, pivot, scale } = system;
  const { scaled, work, diagonal } = room;
  for (let j = 0; j < size; j++) {
    const at = pivot[j] as number;
    work[j] = (scale[at] as number) * ((scaled[at] as number) / length);
  }
  for (let j = 0; j < size; j++) {
    const value = (work[j] as number) / (diagonal[j] as number);
    work[j] = value;
    for (let i = j + 1; i < size; i++) work[i] = (work[i] as number) - (matrix[j * stride + i] as number) * value;
  }
  return euclideanNorm(work, 0, size);
}

/**
 * Solves the least squares problem of R and the damping rows below it, by Givens rotations.
 *
 * The transposed triangle S of the damped system stays in the strict lower triangle of the matrix and
 * its diagonal in `room.diagonal`; R is left as it was.
 */
function dampedStep(system: TriangularSystem, room: TrustRegionRoom, damping: Float64Array): void {
  const { matrix, stride, size, pivot, rightSide } = system;
  const { step, diagonal, work } = room;
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) matrix[j * stride + i] = matrix[i * stride + j] as number;
    step[j] = matrix[j * stride + j] as number;
    work[j] = rightSide[j] as number;
  }
  for (let j = 0; j < size; j++) {
    const entry = damping[pivot[j] as number] as number;
    if (entry !== 0) rotateAway(system, room, j, entry);
    diagonal[j] = matrix[j * stride + j] as number;
    matrix[j * stride + j] = step[j] as number;
  }
  solveDamped(system, room);
  for (let j = 0; j < size; j++) step[pivot[j] as number] = work[j] as number;
}

/** Eliminates row j of the damping. */
function rotateAway({ matrix, stride, size }: TriangularSystem, room: TrustRegionRoom, j: number, entry: number): void {
  const { diagonal, work } = room;
  for (let k = j; k < size; k++) diagonal[k] = 0;
  diagonal[j] = entry;
  let rest = 0;
  for (let k = j; k < size; k++) {
    const row = diagonal[k] as number;
    if (row === 0) continue;
    const head = matrix[k * stride + k] as number;
    const { cosine, sine } = rotation(head, row);
    matrix[k * stride + k] = cosine * head + sine * row;
    const right = cosine * (work[k] as number) + sine * rest;
    rest = -sine * (work[k] as number) + cosine * rest;
    work[k] = right;
    for (let i = k + 1; i < size; i++) {
      const below = matrix[k * stride + i] as number;
      const damped = diagonal[i] as number;
      matrix[k * stride + i] = cosine * below + sine * damped;
      diagonal[i] = -sine * below + cosine * damped;
    }
  }
}

/** The rotation that turns (head, row) into (length, 0). */
function rotation(head: number, row: number): { cosine: number; sine: number } {
  if (Math.abs(head) < Math.abs(row)) {
    const cotangent = head / row;
    const sine = 0.5 / Math.sqrt(0.25 + 0.25 * cotangent * cotangent);
    return { cosine: sine * cotangent, sine };
  }
  const tangent = row / head;
  const cosine = 0.5 / Math.sqrt(0.25 + 0.25 * tangent * tangent);
  return { cosine, sine: cosine * tangent };
}

/** Solves the damped triangle for `work`, with zeros beyond its rank. */
function solveDamped({ matrix, stride, size }: TriangularSystem, { diagonal, work }: TrustRegionRoom): void {
  let rank = size;
  for (let j = 0; j < size; j++) {
    if ((diagonal[j] as number) === 0 && rank === size) rank = j;
    if (rank < size) work[j] = 0;
  }
  for (let j = rank - 1; j >= 0; j--) {
    let sum = 0;
    for (let i = j + 1; i < rank; i++) sum += (matrix[j * stride + i] as number) * (work[i] as number);
    work[j] = ((work[j] as number) - sum) / (diagonal[j] as number);
  }
}
