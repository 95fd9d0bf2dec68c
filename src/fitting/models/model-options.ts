import { FitError } from '../fit-error.js';
import type { NanPolicy } from '../fit/fit-options.js';
import { isName } from '../parameters/index.js';
import type { GradientFunction } from './model-function.js';

/** How a model is made of a function. */
export interface ModelOptions<K extends string = string, X extends string = string> {
  /** The names of the independent variables. Default: the function's first argument. */
  independentVars?: readonly X[];
  /**
   * The names of the parameters, in order after the independent variables. Default: the function's other
   * arguments, which a minified function has lost.
   */
  params?: readonly K[];
  /** Put before the names of the parameters, so that models can be combined. */
  prefix?: string;
  /** What to do about NaN: `'raise'`, the default, `'propagate'` or `'omit'`. */
  nanPolicy?: NanPolicy;
  /** Whether the function takes and returns whole arrays. Default: `false`, one number at a time. */
  vector?: boolean;
  /** The name in reports. Default: the function's own. */
  name?: string;
  /** Derivatives by the parameters; takes what the function takes. */
  jacobian?: GradientFunction;
}

const MODEL_OPTIONS = ['independentVars', 'params', 'prefix', 'nanPolicy', 'vector', 'name', 'jacobian'];

/** Refuses options that nobody knows. */
export function checkModelOptions(options: object): void {
  const unknown = Object.keys(options).find((name) => !MODEL_OPTIONS.includes(name));
  if (unknown === undefined) return;
  throw new FitError(`Model has no option '${unknown}'; it has ${MODEL_OPTIONS.join(', ')}.`);
}

/** A prefix that gives valid names. */
export function checkedPrefix(prefix: string | undefined): string {
  if (prefix === undefined || prefix === '' || isName(prefix)) return prefix ?? '';
  throw new FitError(`'${prefix}' is not a valid Model prefix`);
}
