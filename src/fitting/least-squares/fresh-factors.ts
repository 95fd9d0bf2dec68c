import { centralDifferences } from './differences.js';
import type { Stepper } from './levenberg-marquardt.js';
import { factorize } from './pivoted-qr.js';
import type { JacobianFactors, LeastSquaresProblem, Limits } from './problem.js';

/** The factors of the Jacobian at a point: as the problem knows it, or by central differences. */
export function* freshFactors(
  problem: LeastSquaresProblem,
  at: Float64Array,
  { analytic, limits, pegged }: { analytic: boolean; limits?: Limits | undefined; pegged?: Uint8Array | undefined },
): Stepper<JacobianFactors> {
  const { points, variables: n } = problem;
  const triangle = new Float64Array(points * n);
  if (analytic && problem.differentiate) {
    problem.differentiate(at, new Float64Array(points), triangle);
    yield;
  } else yield* centralDifferences(problem, at, triangle, limits);
  pegged?.forEach((isPegged, j) => {
    if (isPegged) triangle.fill(0, j * points, (j + 1) * points);
  });
  const pivot = new Int32Array(n);
  const diagonal = new Float64Array(n);
  factorize(triangle, points, n, {
    pivot,
    diagonal,
    columnNorms: new Float64Array(n),
    lastNorms: new Float64Array(n),
  });
  for (let j = 0; j < n; j++) triangle[j * points + j] = diagonal[j] as number;
  return { triangle, stride: points, pivot };
}
