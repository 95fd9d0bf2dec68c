import { levenbergMarquardt } from 'ml-levenberg-marquardt';

import type { FitProblem } from './fit-problem.js';

const ITERATIONS_A_ROUND = 25;
const MOST_ROUNDS = 20;
/** The step of its central differences, for variables of size one. */
const STEP = 1e-5;

/**
 * Minimizes with the package ml-levenberg-marquardt.
 *
 * It has neither scaling nor a stopping rule, and its own weights are wrong in 5.1.0. So the variables are
 * scaled to one, the weighted residuals to a root mean square of one, and it is called in rounds until the
 * sum of squares falls by less than `ftol`.
 *
 * @returns where it ended, and whether it converged
 */
export function* mlSteps(
  problem: FitProblem,
  start: Float64Array,
  ftol: number,
): Generator<undefined, { at: Float64Array; converged: boolean }, undefined> {
  const scale = Float64Array.from(start, (value) => Math.abs(value) || 1);
  const unit = rootMeanSquare(problem.residualAt(start)) || 1;
  const residual = new Float64Array(problem.points);
  const points = Array.from(residual, (_, i) => i);
  const curve = (variables: number[]): ((i: number) => number) => {
    problem.evaluate(
      Float64Array.from(variables, (value, j) => value * (scale[j] as number)),
      residual,
    );
    const values = Float64Array.from(residual, (value) => -value / unit);
    return (i) => values[i] as number;
  };
  let variables = Array.from(start, (value, j) => value / (scale[j] as number));
  let error = Infinity;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = levenbergMarquardt({ x: points, y: new Array<number>(points.length).fill(0) }, curve, {
      initialValues: variables,
      centralDifference: true,
      gradientDifference: STEP,
      errorTolerance: 0,
      maxIterations: ITERATIONS_A_ROUND,
    });
    yield;
    variables = found.parameterValues;
    const stalled = !(error - found.parameterError > ftol * error);
    error = found.parameterError;
    if (stalled) return { at: unscaled(variables, scale), converged: true };
  }
  return { at: unscaled(variables, scale), converged: false };
}

function unscaled(variables: readonly number[], scale: Float64Array): Float64Array {
  return Float64Array.from(variables, (value, j) => value * (scale[j] as number));
}

function rootMeanSquare(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum / values.length);
}
