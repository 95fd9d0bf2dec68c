import { isParameter, Parameter, ParameterError, Parameters, isSet } from '../parameters/index.js';
import type { Guess } from '../parameters/index.js';
import type { Component, ParameterHint } from './component.js';

/** Makes a model's parameters from its function's defaults, its hints, and what is given. */
export function makeParams(
  component: Component,
  hints: ReadonlyMap<string, ParameterHint>,
  given: Readonly<Record<string, Guess>>,
): Parameters {
  const params = new Parameters();
  const { prefix } = component;
  for (const name of component.paramNames) {
    const parameter = new Parameter(name);
    applyDefault(parameter, name.slice(prefix.length), component.defaults);
    applyHint(parameter, hints.get(name.slice(prefix.length)));
    applyGiven(parameter, given[name.slice(prefix.length)]);
    if (prefix !== '') applyGiven(parameter, given[name]);
    params.add(parameter);
  }
  for (const [root, hint] of hints) {
    const name = prefix + root;
    if (params.has(name)) continue;
    const parameter = params.add(name);
    applyHint(parameter, hint);
    applyGiven(parameter, given[root]);
    if (prefix !== '') applyGiven(parameter, given[name]);
  }
  return params;
}

/** Where no default has the whole name, one whose name is part of it does, the last one first: as in lmfit. */
function applyDefault(parameter: Parameter, root: string, defaults: ReadonlyMap<string, number>): void {
  const exact = defaults.get(root);
  if (exact !== undefined) parameter.value = exact;
  if (isSet(parameter)) return;
  for (const [name, value] of defaults) {
    if (parameter.name.toLowerCase().includes(name)) parameter.value = value;
  }
}

function applyHint(parameter: Parameter, hint: ParameterHint | undefined): void {
  if (!hint) return;
  if (hint.value !== undefined) parameter.value = hint.value;
  if (hint.vary !== undefined) parameter.vary = hint.vary;
  if (hint.min !== undefined) parameter.min = hint.min;
  if (hint.max !== undefined) parameter.max = hint.max;
  if (hint.expr !== undefined) parameter.expr = hint.expr;
}

function applyGiven(parameter: Parameter, given: Guess | undefined): void {
  if (given === undefined) return;
  if (isParameter(given)) {
    parameter.set({ vary: given.vary, min: given.min, max: given.max, value: given.value });
    if (given.expr !== null) parameter.expr = given.expr;
    parameter.vary = given.vary;
  } else if (typeof given === 'number') parameter.set({ value: given });
  else if (given.value !== undefined || (given.expr !== undefined && given.expr !== null)) parameter.set(given);
  else {
    throw new ParameterError(
      `Invalid parameter value for ${parameter.name}: give a number, or an object with value or expr.`,
    );
  }
}
