import { Parameter } from './parameter.js';

/**
 * A parameter as lmfit's JSON holds it: name, value, vary, expr, min, max, brute step, standard error,
 * correlations, start value and user data.
 */
export type ParameterState = [
  name: string,
  value: number,
  vary: boolean,
  expr: string | null,
  min: number,
  max: number,
  bruteStep: number | null,
  stderr: number | null,
  correl: Record<string, number> | null,
  initValue: number | null,
  userData: unknown,
];

export function stateOf(parameter: Parameter): ParameterState {
  const { name, value, vary, expr, min, max, bruteStep, stderr, correl, initValue, userData } = parameter;
  return [name, value, vary, expr, min, max, bruteStep, stderr, correl, initValue, userData ?? null];
}

/** The parameter that a state describes; what is no state is refused. */
export function parameterOf(state: unknown): Parameter {
  if (!Array.isArray(state) || state.length < 10 || typeof state[0] !== 'string') {
    throw new TypeError(`This is not the state of a parameter: ${JSON.stringify(state)}.`);
  }
  const [name, value, vary, expr, min, max, bruteStep, stderr, correl, initValue, userData] = state as ParameterState;
  const parameter = new Parameter(name, { min, max, bruteStep, userData: userData ?? undefined });
  if (typeof value === 'number') parameter.value = value;
  parameter.vary = Boolean(vary);
  parameter.expr = expr;
  parameter.stderr = stderr;
  parameter.correl = correl;
  parameter.initValue = initValue;
  return parameter;
}
