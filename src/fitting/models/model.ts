import { warn } from '../../host/index.js';
import { alignPoints, floats, independentArrays, withoutNan } from '../fit/fit-input.js';
import type { FitInput, Numbers } from '../fit/fit-input.js';
import { checkNanPolicy, checkOptions } from '../fit/fit-options.js';
import type { FitOptions, NanPolicy } from '../fit/fit-options.js';
import { fitSteps } from '../fit/fit-steps.js';
import type { FitOutcome } from '../fit/fit-steps.js';
import { run } from '../fit/run.js';
import { FitError } from '../fit-error.js';
import type { Stepper } from '../least-squares/levenberg-marquardt.js';
import { isParameters } from '../parameters/index.js';
import type { Guess, Parameters, ParameterSet } from '../parameters/index.js';
import { ModelResult } from '../results/model-result.js';
import { FunctionComponent } from './component.js';
import type { Component, ModelDescription, ParameterHint } from './component.js';

export type { ModelDescription } from './component.js';
import { CompositeComponent } from './composite.js';
import type { ModelOperator } from './composite.js';
import { curveOf, partCurves } from './evaluate.js';
import { makeParams } from './make-params.js';
import { checkedPrefix, checkModelOptions } from './model-options.js';
import type { ModelOptions } from './model-options.js';
import { ownCopy, overrideValues, startValues } from './start-values.js';
import { modelFunction } from './model-function.js';
import type { ScalarFunction, VectorFunction } from './model-function.js';

/** The names of a result's parameters: those of the model if they are known, and those of the guess. */
export type ResultKeys<K extends string, G> = string extends K ? keyof G & string : K | (keyof G & string);

/** Values of independent variables by name. */
export type Independent<X extends string> = Readonly<Record<X, Numbers>>;

/**
 * A function to fit to data: of one or more independent variables, and of parameters.
 *
 * @example
 * const gaussian = (x, A, sigma, x0) => A * Math.exp(-((x - x0) ** 2) / (2 * sigma ** 2))
 * const model = new Model(gaussian)
 * const result = model.fit(y, { A: 2, sigma: new Parameter('sigma', { value: 3, min: 0 }), x0: -0.2 }, { x })
 * result.values.A
 *
 * @example
 * const both = new GaussianModel({ prefix: 'g_' }).add(new LinearModel({ prefix: 'l_' }))
 */
export class Model<K extends string = string, X extends string = string> {
  readonly #component: Component;
  #nanPolicy: NanPolicy;

  /**
   * @param f - one number from one number a variable and one a parameter
   * @param options - names of the independent variables, or all options
   */
  constructor(f: ScalarFunction, options?: readonly X[] | (ModelOptions<K, X> & { vector?: false }));
  /** @param f - an array of values from arrays of independent variables and one number a parameter */
  constructor(
    f: (x: Float64Array, ...params: number[]) => ArrayLike<number>,
    options: ModelOptions<K, X> & { vector: true },
  );
  constructor(
    f: (x: Float64Array, y: Float64Array, ...params: number[]) => ArrayLike<number>,
    options: ModelOptions<K, X> & { vector: true },
  );
  /** @internal */
  constructor(component: Component, nanPolicy: NanPolicy | undefined);
  constructor(
    f: ScalarFunction | VectorFunction | Component,
    options: readonly X[] | ModelOptions<K, X> | NanPolicy | undefined = {},
  ) {
    if (typeof f === 'function') {
      const all: ModelOptions<K, X> = Array.isArray(options)
        ? { independentVars: options as readonly X[] }
        : (options as ModelOptions<K, X>);
      checkModelOptions(all);
      this.#component = new FunctionComponent(modelFunction(f, all), checkedPrefix(all.prefix), {});
      this.#nanPolicy = all.nanPolicy ?? 'raise';
    } else {
      this.#component = f;
      this.#nanPolicy = typeof options === 'string' ? (options as NanPolicy) : 'raise';
    }
    checkNanPolicy(this.#nanPolicy);
  }

  /** As lmfit writes it: `Model(gaussian, prefix='g_')`. */
  get name(): string {
    return this.#component.label;
  }

  get prefix(): string {
    return this.#component.prefix;
  }

  /** The names of the independent variables. */
  get independentVars(): readonly X[] {
    return this.#component.independentVars as readonly X[];
  }

  /** The names of the parameters, with prefix. */
  get paramNames(): readonly K[] {
    return this.#component.paramNames as readonly K[];
  }

  /** Hints of how the parameters are made, by their names without prefix. */
  get paramHints(): Readonly<Record<string, ParameterHint>> {
    return Object.fromEntries(this.#component.hints);
  }

  get nanPolicy(): NanPolicy {
    return this.#nanPolicy;
  }

  set nanPolicy(policy: NanPolicy) {
    checkNanPolicy(policy);
    this.#nanPolicy = policy;
  }

  /** The models that this one is made of, from left to right; itself if it is of one function. */
  get components(): readonly Model[] {
    const { parts } = this.#component;
    return parts.length === 1 ? [this as unknown as Model] : parts.map((part) => new Model(part, this.#nanPolicy));
  }

  /**
   * Says how a parameter is to be made: its value, bounds, or the expression that it follows.
   *
   * @example
   * model.setParamHint('sigma', { min: 0 })
   */
  setParamHint(name: string, hint: ParameterHint): void {
    const { hints, prefix } = this.#component;
    const unknown = Object.keys(hint).find((key) => !['value', 'vary', 'min', 'max', 'expr'].includes(key));
    if (unknown !== undefined) throw new FitError(`unknown parameter hint '${unknown}' for param '${name}'`);
    const root = prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name;
    hints.set(root, { ...hints.get(root), ...hint });
  }

  /**
   * Parameters with the function's defaults, the hints, and what is given.
   *
   * @example
   * const params = model.makeParams({ A: 2, sigma: { value: 3, min: 0 } })
   */
  makeParams(given: Partial<Record<K, Guess>> | Readonly<Record<string, Guess>> = {}): Parameters<K> {
    const component = this.#component;
    const params = makeParams(component, component.hints, given as Readonly<Record<string, Guess>>);
    if (component instanceof FunctionComponent) {
      for (const root of component.hints.keys()) component.addName(component.prefix + root);
    }
    return params as Parameters<K>;
  }

  /**
   * Parameters guessed from data; built-in models know how.
   *
   * @throws FitError where the model cannot guess
   */
  guess(
    _data: ArrayLike<number>,
    _independent: Independent<X> | ArrayLike<number>,
    _options: GuessOptions = {},
  ): Parameters<K> {
    throw new FitError(`guess() not implemented for ${this.name}; give start values with makeParams().`);
  }

  /**
   * The model at given parameters.
   *
   * @example
   * model.eval({ A: 1, sigma: 1, x0: 0 }, { x: [-1, 0, 1] })
   */
  eval(params: Parameters<K> | Readonly<Record<string, Guess>>, independent: Independent<X>): Float64Array {
    return curveOf(this.#component, this.#paramsOf(params), this.#variables(independent));
  }

  /** The curves of the model's parts, by prefix or, where there is none, by the function's name. */
  evalComponents(
    params: Parameters<K> | Readonly<Record<string, Guess>>,
    independent: Independent<X>,
  ): Record<string, Float64Array> {
    return partCurves(this.#component, this.#paramsOf(params), this.#variables(independent));
  }

  /**
   * Fits the model to data by least squares.
   *
   * @param data - one number a point
   * @param params - parameters, or start values by name
   * @param independent - the independent variables by name; parameters named here override `params`
   * @param options - weights, method and settings
   *
   * @throws FitError, ParameterError where the fit cannot be done; the message says why
   *
   * @example
   * const result = model.fit(y, { A: 2, sigma: 3, x0: 0 }, { x }, { weights })
   * console.log(result.fitReport())
   */
  fit<G extends string>(
    data: ArrayLike<number>,
    params: Parameters<G>,
    independent: Independent<X> & Readonly<Record<string, unknown>>,
    options?: FitOptions,
  ): ModelResult<G>;
  fit<G extends Readonly<Record<string, Guess>>>(
    data: ArrayLike<number>,
    params: G,
    independent: Independent<X> & Readonly<Record<string, unknown>>,
    options?: FitOptions,
  ): ModelResult<ResultKeys<K, G>>;
  fit(
    data: ArrayLike<number>,
    params: Parameters | Readonly<Record<string, Guess>>,
    independent: Readonly<Record<string, unknown>>,
    options: FitOptions = {},
  ): ModelResult {
    const input = this.#input(data, params, independent, options);
    return new ModelResult(this as unknown as Model, input, run(fitSteps(input)));
  }

  /**
   * The same fit in slices: each `next()` evaluates the model once, the last one has the result.
   *
   * @example
   * const steps = model.fitSteps(y, params, { x })
   * let step = steps.next()
   * while (!step.done) step = steps.next() // or later
   * step.value.values
   */
  *fitSteps<G extends string>(
    data: ArrayLike<number>,
    params: Parameters<G> | Readonly<Record<G, Guess>>,
    independent: Independent<X> & Readonly<Record<string, unknown>>,
    options: FitOptions = {},
  ): Stepper<ModelResult<G>> {
    const input = this.#input(data, params as Parameters, independent, options);
    return new ModelResult(this as unknown as Model<G>, input, yield* fitSteps(input));
  }

  /** The sum of this model and another one, with parameters of other names. */
  add<L extends string, Y extends string>(other: Model<L, Y>): Model<K | L, X | Y> {
    return this.#combined('+', other);
  }

  /** The difference of this model and another one. */
  subtract<L extends string, Y extends string>(other: Model<L, Y>): Model<K | L, X | Y> {
    return this.#combined('-', other);
  }

  /** The product of this model and another one. */
  multiply<L extends string, Y extends string>(other: Model<L, Y>): Model<K | L, X | Y> {
    return this.#combined('*', other);
  }

  /** The quotient of this model and another one. */
  divide<L extends string, Y extends string>(other: Model<L, Y>): Model<K | L, X | Y> {
    return this.#combined('/', other);
  }

  /**
   * A result of this model that was found before.
   *
   * @internal
   */
  resultOf(input: Omit<FitInput, 'component'>, outcome: FitOutcome): ModelResult {
    return new ModelResult(this as unknown as Model, { ...input, component: this.#component }, outcome);
  }

  /** What the model is made of, as JSON can hold it: no code, functions are named. */
  describe(): ModelDescription {
    return withPolicy(this.#component.describe(), this.#nanPolicy);
  }

  toString(): string {
    return this.name;
  }

  #combined<L extends string, Y extends string>(operator: ModelOperator, other: Model<L, Y>): Model<K | L, X | Y> {
    if (typeof other !== 'object' || other === null || !(#component in other)) {
      throw new FitError(`CompositeModel: argument ${String(other)} is not a Model`);
    }
    const component = new CompositeComponent(this.#component, operator, other.#component);
    return new Model<K | L, X | Y>(component, this.#nanPolicy);
  }

  #variables(independent: Readonly<Record<string, unknown>>): Map<string, Float64Array> {
    return independentArrays(this.#component.independentVars, independent);
  }

  #paramsOf(params: Parameters<K> | Readonly<Record<string, Guess>>): ParameterSet {
    return isParameters(params) ? ownCopy(params) : this.#fromGuess(params as Readonly<Record<string, Guess>>);
  }

  #fromGuess(guess: Readonly<Record<string, Guess>>): ParameterSet {
    return startValues(this.#component, this.makeParams() as ParameterSet, guess);
  }

  #input(
    data: ArrayLike<number>,
    given: Parameters | Readonly<Record<string, Guess>>,
    independent: Readonly<Record<string, unknown>>,
    options: FitOptions,
  ): FitInput {
    checkOptions(options);
    if (options.nanPolicy) this.nanPolicy = options.nanPolicy;
    if (given === undefined || given === null)
      throw new FitError(`fit() needs parameters or start values of ${this.name}.`);
    const params = isParameters(given) ? ownCopy(given) : this.#fromGuess(given as Readonly<Record<string, Guess>>);
    overrideValues(this.#component, params, independent ?? {}, options.onWarning ?? warn);
    const weights = options.weights ?? undefined;
    const points = {
      data: floats(data, 'data'),
      independent: this.#variables(independent ?? {}),
      weights: weights === undefined ? undefined : floats(weights, 'weights'),
    };
    const kept = this.#nanPolicy === 'omit' ? withoutNan(points.data, points.independent, points.weights) : points;
    return { component: this.#component, params, nanPolicy: this.#nanPolicy, options, ...alignPoints(kept) };
  }
}

/** Options of a guess. */
export interface GuessOptions {
  /** Whether the peak points down. Default: `false`. */
  negative?: boolean;
  /** Values that replace what was guessed, by the parameters' names without prefix. */
  values?: Readonly<Record<string, number>>;
}

function withPolicy(description: ModelDescription, nanPolicy: NanPolicy): ModelDescription {
  if (!('operator' in description)) return { ...description, nanPolicy };
  const { operator, left, right } = description;
  return { operator, left: withPolicy(left, nanPolicy), right: withPolicy(right, nanPolicy) };
}
