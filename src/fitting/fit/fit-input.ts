import { FitError } from '../fit-error.js';
import type { Component } from '../models/component.js';
import type { ParameterSet } from '../parameters/index.js';
import type { FitOptions, NanPolicy } from './fit-options.js';

/** Everything that a fit is of, checked and copied. */
export interface FitInput {
  readonly component: Component;
  readonly params: ParameterSet;
  readonly data: Float64Array;
  readonly independent: ReadonlyMap<string, Float64Array>;
  /** One weight a point, or none. */
  readonly weights: Float64Array | undefined;
  readonly nanPolicy: NanPolicy;
  readonly options: FitOptions;
}

/** A list of numbers, or one number for all points. */
export type Numbers = ArrayLike<number> | number;

/** The independent variables that a model needs, as arrays. */
export function independentArrays(
  names: readonly string[],
  given: Readonly<Record<string, unknown>>,
): Map<string, Float64Array> {
  return new Map(
    names.map((name) => {
      const value = given[name];
      if (value === undefined || value === null) throw new FitError(`'Missing independent variable '${name}'`);
      return [name, floats(value, `independent variable '${name}'`)];
    }),
  );
}

/** A copy of a list as floats, or one number as a list of one. */
export function floats(value: unknown, what: string): Float64Array {
  if (typeof value === 'number') return Float64Array.of(value);
  if (typeof value !== 'object' || value === null || typeof (value as { length?: unknown }).length !== 'number') {
    throw new FitError(`The ${what} must be a list of numbers, not ${String(value)}.`);
  }
  return Float64Array.from(value as ArrayLike<number>);
}

/** Leaves out the points whose data are NaN. */
export function withoutNan(
  data: Float64Array,
  independent: ReadonlyMap<string, Float64Array>,
  weights: Float64Array | undefined,
): Pick<FitInput, 'data' | 'independent' | 'weights'> {
  const keep = (values: Float64Array): Float64Array =>
    values.length === data.length ? values.filter((_, i) => !Number.isNaN(data[i])) : values;
  return {
    independent: new Map([...independent].map(([name, values]) => [name, keep(values)])),
    weights: weights && keep(weights),
    data: keep(data),
  };
}

/** Refuses lists that do not belong to the same points; single numbers are spread over all. */
export function alignPoints(input: Pick<FitInput, 'data' | 'independent' | 'weights'>): typeof input {
  const points = input.data.length;
  if (points === 0) throw new FitError('There are no data to fit.');
  const spread = (values: Float64Array, what: string): Float64Array => {
    if (values.length === points) return values;
    if (values.length === 1) return new Float64Array(points).fill(values[0] as number);
    throw new FitError(
      `operands could not be broadcast together with shapes (${points},) (${values.length},) : ` +
        `the data have ${points} points, ${what} ${values.length}.`,
    );
  };
  return {
    data: input.data,
    independent: new Map([...input.independent].map(([name, values]) => [name, spread(values, `'${name}' has`)])),
    weights: input.weights && spread(input.weights, 'the weights'),
  };
}
