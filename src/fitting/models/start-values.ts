import { FitError } from '../fit-error.js';
import { isParameter, namesUsedBy, ParameterError, Parameters, ParameterSet } from '../parameters/index.js';
import type { Guess } from '../parameters/index.js';
import type { Component } from './component.js';

/** A copy that belongs to this copy of livesky, whichever the parameters came from. */
export function ownCopy(params: ParameterSet | Parameters): ParameterSet {
  return params instanceof ParameterSet ? params.copy() : new Parameters().loads((params as Parameters).dumps());
}

/**
 * A model's parameters with start values.
 *
 * Names that are neither the model's nor used by an expression are refused.
 */
export function startValues(
  component: Component,
  params: ParameterSet,
  guess: Readonly<Record<string, Guess>>,
): ParameterSet {
  const { prefix } = component;
  const extra: string[] = [];
  for (const [key, value] of Object.entries(guess)) {
    const name = params.has(key) || !params.has(prefix + key) ? key : prefix + key;
    if (!params.has(name)) extra.push(name);
    if (isParameter(value) || typeof value === 'number' || typeof value === 'object') params.set({ [name]: value });
    else throw new ParameterError(`The start value of parameter '${name}' must be a number, not ${String(value)}.`);
  }
  if (extra.length > 0) refuseStray(component, params, extra);
  return params;
}

function refuseStray(component: Component, params: ParameterSet, extra: readonly string[]): void {
  const used = new Set(Array.from(params.values(), namesUsedBy).flat());
  const stray = extra.find((name) => params.get(name).expr === null && !used.has(name));
  if (stray === undefined) return;
  const names = component.paramNames.join(', ');
  throw new ParameterError(`${component.label} has no parameter '${stray}'; it has ${names}.`);
}

/** Parameters named among the independent variables override; other names are ignored, and said. */
export function overrideValues(
  component: Component,
  params: ParameterSet,
  given: Readonly<Record<string, unknown>>,
  warn: (text: string) => void,
): void {
  if (typeof given !== 'object') throw new FitError('The independent variables must be an object of lists: { x }.');
  for (const [name, value] of Object.entries(given)) {
    if (component.independentVars.includes(name)) continue;
    if (params.has(name)) params.set({ [name]: value as Guess });
    else {
      warn(`The keyword argument ${name} does not match any arguments of the model function. It will be ignored.`);
    }
  }
}
