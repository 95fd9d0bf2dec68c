import { EPSILON } from './machine.js';
import type { LeastSquaresProblem, Limits } from './problem.js';

const CENTRAL_STEP = Math.cbrt(EPSILON);

/** Forward differences as MINPACK's `fdjac2` takes them: n evaluations, each followed by a yield. */
export function* forwardDifferences(
  problem: LeastSquaresProblem,
  at: Float64Array,
  residual: Float64Array,
  jacobian: Float64Array,
  { epsfcn, limits }: { epsfcn: number; limits?: Limits | undefined },
): Generator<undefined, void, undefined> {
  const { points, variables } = problem;
  const relative = Math.sqrt(Math.max(epsfcn, EPSILON));
  for (let j = 0; j < variables; j++) {
    const value = at[j] as number;
    const size = relative * Math.abs(value) || relative;
    const step = limits && value + size > (limits.upper[j] as number) ? -size : size;
    const column = jacobian.subarray(j * points, (j + 1) * points);
    at[j] = value + step;
    problem.evaluate(at, column);
    at[j] = value;
    for (let i = 0; i < points; i++) column[i] = ((column[i] as number) - (residual[i] as number)) / step;
    yield;
  }
}

/** Central differences, with steps that stay within the limits: 2n evaluations. */
export function* centralDifferences(
  problem: LeastSquaresProblem,
  at: Float64Array,
  jacobian: Float64Array,
  limits?: Limits,
): Generator<undefined, void, undefined> {
  const { points, variables } = problem;
  const below = new Float64Array(points);
  for (let j = 0; j < variables; j++) {
    const value = at[j] as number;
    const size = CENTRAL_STEP * Math.abs(value) || CENTRAL_STEP;
    const from = limits ? Math.max(value - size, limits.lower[j] as number) : value - size;
    const to = limits ? Math.min(value + size, limits.upper[j] as number) : value + size;
    const column = jacobian.subarray(j * points, (j + 1) * points);
    at[j] = to;
    problem.evaluate(at, column);
    yield;
    at[j] = from;
    problem.evaluate(at, below);
    yield;
    at[j] = value;
    for (let i = 0; i < points; i++) column[i] = ((column[i] as number) - (below[i] as number)) / (to - from);
  }
}
