import { FitError } from '../fit-error.js';
import type { Kernel } from '../lineshapes/kernel.js';
import { signatureOf } from './signature.js';

/** A function of numbers: independent variables and parameters. */
export type ScalarFunction = (...values: number[]) => number;

/** A function of whole arrays of independent variables, and of numbers as parameters. */
// The arguments are of both kinds, in the user's own order.
export type VectorFunction = (x: Float64Array, ...rest: never[]) => ArrayLike<number>;

/** Derivatives of a scalar function by its parameters, in their order. */
export type GradientFunction = (...values: number[]) => ArrayLike<number>;

/** What a model computes: a named curve with named arguments. */
export interface ModelFunction {
  readonly name: string;
  readonly independentVars: readonly string[];
  /** The names of the parameters, without prefix. */
  readonly params: readonly string[];
  readonly defaults: ReadonlyMap<string, number>;
  readonly kernel: Kernel;
}

/** How a user's function is to be understood. */
export interface FunctionOptions {
  name?: string | undefined;
  independentVars?: readonly string[] | undefined;
  params?: readonly string[] | undefined;
  vector?: boolean | undefined;
  jacobian?: GradientFunction | undefined;
}

/** Makes a model's function of the user's. */
export function modelFunction(f: ScalarFunction | VectorFunction, options: FunctionOptions): ModelFunction {
  const name = options.name ?? (f.name || 'anonymous');
  const order = argumentOrder(f, name, options);
  const { independentVars, params, positions, total, defaults } = order;
  const kernel = options.vector
    ? vectorKernel(f as VectorFunction, name, order)
    : scalarKernel(f as ScalarFunction, { positions, total, variables: independentVars.length });
  const slope = options.jacobian && slopeKernel(f as ScalarFunction, options.jacobian, params.length);
  return { name, independentVars, params, defaults, kernel: { ...kernel, ...slope } };
}

interface ArgumentOrder {
  independentVars: readonly string[];
  params: readonly string[];
  /** Where each independent variable, and then each parameter, stands in a call. */
  positions: readonly number[];
  total: number;
  defaults: ReadonlyMap<string, number>;
}

function argumentOrder(f: ScalarFunction | VectorFunction, name: string, options: FunctionOptions): ArgumentOrder {
  if (options.params) return namedOrder(options.params, options.independentVars ?? ['x'], name);
  const { names, defaults } = signatureOf(f);
  const independentVars = options.independentVars ?? names.slice(0, 1);
  for (const each of independentVars) {
    if (!names.includes(each)) {
      throw new FitError(
        `Invalid independent variable name ('${each}') for function ${name}, whose arguments are ${names.join(', ')}`,
      );
    }
  }
  const params = names.filter((each) => !independentVars.includes(each));
  checkNames(params, name);
  const positions = [...independentVars, ...params].map((each) => names.indexOf(each));
  return { independentVars, params, positions, total: names.length, defaults };
}

/** Names that were given: the function takes the independent variables and then the parameters. */
function namedOrder(params: readonly string[], independentVars: readonly string[], name: string): ArgumentOrder {
  checkNames(params, name);
  const total = independentVars.length + params.length;
  return { independentVars, params, positions: Array.from({ length: total }, (_, i) => i), total, defaults: new Map() };
}

function checkNames(params: readonly string[], name: string): void {
  for (const each of params) {
    if (['data', 'weights', 'params'].includes(each)) {
      throw new FitError(`Invalid parameter name ('${each}') for function ${name}`);
    }
  }
  const twice = params.find((each, i) => params.indexOf(each) !== i);
  if (twice !== undefined) throw new FitError(`The parameter '${twice}' is named twice for function ${name}.`);
}

interface CallOrder {
  positions: readonly number[];
  total: number;
  variables: number;
}

function scalarKernel(f: ScalarFunction, order: CallOrder): Kernel {
  const plain = order.variables === 1 && order.positions.every((position, i) => position === i);
  return { fill: plain ? (out, [x], args) => fillPlain(f, out, x as Float64Array, args) : fillOrdered(f, order) };
}

/** x first and then the parameters: calls with a fixed number of arguments are several times faster. */
function fillPlain(f: ScalarFunction, out: Float64Array, x: Float64Array, args: Float64Array): void {
  const [a, b, c, d, e] = args as unknown as [number, number, number, number, number];
  const points = out.length;
  switch (args.length) {
    case 1:
      for (let i = 0; i < points; i++) out[i] = f(x[i] as number, a);
      return;
    case 2:
      for (let i = 0; i < points; i++) out[i] = f(x[i] as number, a, b);
      return;
    case 3:
      for (let i = 0; i < points; i++) out[i] = f(x[i] as number, a, b, c);
      return;
    case 4:
      for (let i = 0; i < points; i++) out[i] = f(x[i] as number, a, b, c, d);
      return;
    case 5:
      for (let i = 0; i < points; i++) out[i] = f(x[i] as number, a, b, c, d, e);
      return;
    default:
      for (let i = 0; i < points; i++) out[i] = f(x[i] as number, ...args);
  }
}

function fillOrdered(f: ScalarFunction, { positions, total, variables }: CallOrder): Kernel['fill'] {
  return (out, vars, args) => {
    const call = new Array<number>(total).fill(0);
    args.forEach((value, k) => (call[positions[variables + k] as number] = value));
    for (let i = 0; i < out.length; i++) {
      for (let k = 0; k < variables; k++) call[positions[k] as number] = (vars[k] as Float64Array)[i] as number;
      out[i] = f(...call);
    }
  };
}

function vectorKernel(f: VectorFunction, name: string, { positions, total, independentVars }: ArgumentOrder): Kernel {
  return {
    fill: (out, vars, args) => {
      const call = new Array<unknown>(total);
      vars.forEach((values, k) => (call[positions[k] as number] = values));
      args.forEach((value, k) => (call[positions[independentVars.length + k] as number] = value));
      const values = f(...(call as unknown as Parameters<VectorFunction>));
      const length = (values as Partial<ArrayLike<number>> | undefined)?.length;
      if (length !== out.length) {
        throw new FitError(
          `operands could not be broadcast together with shapes (${out.length},) (${length ?? ''},) : ` +
            `the model function ${name} must return one value for each of the ${out.length} points.`,
        );
      }
      out.set(values);
    },
  };
}

function slopeKernel(f: ScalarFunction, gradient: GradientFunction, params: number): Pick<Kernel, 'differentiate'> {
  return {
    differentiate: (out, vars, args, jacobian, columns) => {
      for (let i = 0; i < out.length; i++) {
        const call = [...vars.map((values) => values[i] as number), ...args];
        out[i] = f(...call);
        const slopes = gradient(...call);
        for (let k = 0; k < params; k++) jacobian[(columns[k] as number) + i] = slopes[k] as number;
      }
    },
  };
}
