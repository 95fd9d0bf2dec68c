import type { ParameterSet } from '../parameters/index.js';
import type { Component } from './component.js';
import { FitError } from '../fit-error.js';

/** A component's curve at the values of parameters. */
export function curveOf(
  component: Component,
  params: ParameterSet,
  independent: ReadonlyMap<string, Float64Array>,
): Float64Array {
  const points = pointsOf(independent);
  const out = new Float64Array(points);
  component.bind({ slots: params.plan().slots, independent, points }).fill(params.numbers(), out);
  return out;
}

/** The curves of all parts, by prefix or, where there is none, by the function's name. */
export function partCurves(
  component: Component,
  params: ParameterSet,
  independent: ReadonlyMap<string, Float64Array>,
): Record<string, Float64Array> {
  return Object.fromEntries(component.parts.map((part) => [part.key, curveOf(part, params, independent)]));
}

/** How many points the independent variables have in common. */
function pointsOf(independent: ReadonlyMap<string, Float64Array>): number {
  const lengths = new Set(Array.from(independent.values(), ({ length }) => length));
  const [points] = lengths;
  if (points === undefined) throw new FitError('A model without independent variables cannot be evaluated.');
  if (lengths.size > 1) {
    const each = Array.from(independent, ([name, { length }]) => `${name} ${length}`).join(', ');
    throw new FitError(`The independent variables have different numbers of points: ${each}.`);
  }
  return points;
}
