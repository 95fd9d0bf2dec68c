import { evaluateStep } from './expression-plan.js';
import type { Parameter } from './parameter.js';
import type { ParameterSet } from './parameters.js';

/** A value with its standard error. */
export interface UncertainValue {
  readonly value: number;
  readonly stderr: number;
}

/** The relative step of the numerical derivatives. */
const STEP = Math.sqrt(Number.EPSILON);

/**
 * Propagates the covariance of the varied parameters to those that follow expressions, linearly, and
 * writes the standard errors of these.
 */
export function propagate(params: ParameterSet, covariance: readonly (readonly number[])[]): void {
  const all = [...params.values()];
  const varied = all.flatMap((parameter, slot) => (parameter.vary ? [slot] : []));
  const derived = all.flatMap((parameter, slot) => (parameter.expr === null ? [] : [slot]));
  const gradients = gradientsOf(params, varied, derived);
  derived.forEach((slot, i) => {
    (all[slot] as Parameter).stderr = errorOf(gradients[i] as number[], covariance);
  });
}

/** Every value with its standard error, 0 where there is none. */
export function uncertainValues(params: ParameterSet): Record<string, UncertainValue> {
  const numbers = params.numbers();
  const each = Array.from(params.values(), ({ name, stderr }, slot): [string, UncertainValue] => [
    name,
    { value: numbers[slot] as number, stderr: stderr ?? 0 },
  ]);
  return Object.fromEntries(each);
}

/** The derivatives of every derived value by every varied one, by central differences. */
function gradientsOf(params: ParameterSet, varied: readonly number[], derived: readonly number[]): number[][] {
  const gradients = derived.map(() => new Array<number>(varied.length).fill(0));
  if (derived.length === 0) return gradients;
  const plan = params.plan();
  const best = params.numbers();
  const steps = plan.stepsFor(derived);
  varied.forEach((slot, j) => {
    const step = STEP * Math.abs(best[slot] as number) || STEP;
    const [above, below] = [step, -step].map((move) => {
      const values = best.slice();
      values[slot] = (values[slot] as number) + move;
      for (const each of steps) evaluateStep(each, values);
      return values;
    }) as [Float64Array, Float64Array];
    derived.forEach((at, i) => {
      (gradients[i] as number[])[j] = ((above[at] as number) - (below[at] as number)) / (2 * step);
    });
  });
  return gradients;
}

function errorOf(gradient: readonly number[], covariance: readonly (readonly number[])[]): number {
  let variance = 0;
  gradient.forEach((a, i) => {
    if (a === 0) return;
    gradient.forEach((b, j) => {
      if (b !== 0) variance += a * b * ((covariance[i] as number[])[j] as number);
    });
  });
  return Math.sqrt(variance);
}
