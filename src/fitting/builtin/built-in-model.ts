import { floats } from '../fit/fit-input.js';
import type { NanPolicy } from '../fit/fit-options.js';
import { FitError } from '../fit-error.js';
import { pointwise } from '../lineshapes/kernel.js';
import type { Kernel, PointGradient } from '../lineshapes/kernel.js';
import { FunctionComponent } from '../models/component.js';
import type { ParameterHint } from '../models/component.js';
import { checkedPrefix } from '../models/model-options.js';
import { Model } from '../models/model.js';
import type { GuessOptions, Independent } from '../models/model.js';
import type { Guess, Parameters } from '../parameters/index.js';
import type { Guessed, GuessInput } from './guesses.js';

/** How a built-in model is made. */
export interface BuiltInOptions<P extends string = string> {
  /** Put before the names of the parameters, so that models can be combined. */
  prefix?: P;
  /** What to do about NaN. Default: `'raise'`. */
  nanPolicy?: NanPolicy;
}

/** A name with a prefix. */
export type Prefixed<P extends string, N extends string> = `${P}${N}`;

/** What a built-in model is made of. */
export interface Definition {
  name: string;
  independentVars?: readonly string[];
  /** The parameters with their defaults; `undefined` where there is none. */
  params: Readonly<Record<string, number | undefined>>;
  kernel: Kernel;
  /** Options of the function, which stand in reports. */
  options?: Readonly<Record<string, string>>;
  /** Hints, given the function that puts the prefix before a name. */
  hints?(named: (name: string) => string): Readonly<Record<string, ParameterHint>>;
  guess(input: GuessInput): Guessed;
}

/** A curve known at one point, as a kernel. */
export function kernelOf(at: (x: number, ...args: number[]) => number, slope?: PointGradient): Kernel {
  return pointwise((x, args) => at(x, ...(args as unknown as number[])), slope);
}

/** A model of a known curve, with hints, defaults and a way to guess. */
export class BuiltInModel<K extends string, X extends string> extends Model<K, X> {
  readonly #definition: Definition;

  constructor(definition: Definition, options: BuiltInOptions) {
    const { name, independentVars = ['x'], params, kernel } = definition;
    const prefix = checkedPrefix(options.prefix);
    const defaults = Object.entries(params).filter((each): each is [string, number] => each[1] !== undefined);
    const model = { name, independentVars, params: Object.keys(params), defaults: new Map(defaults), kernel };
    super(new FunctionComponent(model, prefix, definition.options ?? {}), options.nanPolicy ?? 'raise');
    this.#definition = definition;
    const hints = definition.hints?.((each) => prefix + each) ?? {};
    for (const [root, hint] of Object.entries(hints)) this.setParamHint(root, hint);
  }

  override guess(
    data: ArrayLike<number>,
    independent: Independent<X> | ArrayLike<number>,
    { negative = false, values = {} }: GuessOptions = {},
  ): Parameters<K> {
    const given = isList(independent) ? { x: independent } : (independent as Readonly<Record<string, unknown>>);
    const [first, second] = this.independentVars.map((name) => floats(given[name], `independent variable '${name}'`));
    const input = { data: floats(data, 'data'), x: first as Float64Array, y: second, negative };
    checkLengths(input);
    const params = this.makeParams(this.#definition.guess(input) as Record<string, Guess>);
    for (const [root, value] of Object.entries(values)) params.get((this.prefix + root) as K).value = value;
    return params;
  }
}

function isList(value: unknown): value is ArrayLike<number> {
  return typeof (value as { length?: unknown }).length === 'number';
}

function checkLengths({ data, x, y }: GuessInput): void {
  if (data.length === 0 || x.length !== data.length || (y && y.length !== data.length)) {
    throw new FitError(`guess() needs as many independent values as data: there are ${x.length} and ${data.length}.`);
  }
}
