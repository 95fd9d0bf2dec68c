import { compile, parseExpression } from '../expressions/index.js';
import { parametersHtml } from '../results/html-report.js';
import { readPythonJson, writePythonJson } from '../python-json.js';
import { ExpressionPlan } from './expression-plan.js';
import { isName } from './names.js';
import { isParameter, own, Parameter, rawValueOf } from './parameter.js';
import type { ParameterChanges, ParameterOptions } from './parameter.js';
import { ParameterError } from './parameter-error.js';
import { parameterOf, stateOf } from './parameter-states.js';

const BRAND: symbol = Symbol.for('livesky.parameters.1');

/** A number to start from, or everything there is to say of a parameter. */
export type Guess = number | ParameterChanges | Parameter;

/**
 * The parameters of a fit, by name, in the order in which they were added.
 *
 * Each is a property too: `params.sigma` is `params.get('sigma')`, but for names that the set itself uses.
 */
export class ParameterSet<K extends string = string> {
  readonly #parameters = new Map<string, Parameter>();
  #plan: ExpressionPlan | undefined;

  /** How many there are. */
  get size(): number {
    return this.#parameters.size;
  }

  /**
   * The parameter of this name.
   *
   * @throws ParameterError if there is none
   */
  get(name: K): Parameter {
    const parameter = this.#parameters.get(name);
    if (parameter) return parameter;
    throw new ParameterError(`There is no parameter '${name}'; there are ${[...this.#parameters.keys()].join(', ')}.`);
  }

  /** Whether there is a parameter of this name. */
  has(name: string): boolean {
    return this.#parameters.has(name);
  }

  /** The names. */
  keys(): IterableIterator<K> {
    return this.#parameters.keys() as IterableIterator<K>;
  }

  /** The parameters. */
  values(): IterableIterator<Parameter> {
    return this.#parameters.values();
  }

  /** Names and parameters. */
  entries(): IterableIterator<[K, Parameter]> {
    return this.#parameters.entries() as IterableIterator<[K, Parameter]>;
  }

  [Symbol.iterator](): IterableIterator<[K, Parameter]> {
    return this.entries();
  }

  /**
   * Adds a parameter, or replaces the one of that name.
   *
   * @example
   * const params = new Parameters()
   * params.add('A', 2)
   * params.add('sigma', { value: 3, min: 0 })
   * params.add('fwhm', { expr: '2.3548*sigma' })
   */
  add(
    nameOrParameter: string | Parameter,
    valueOrOptions: number | ParameterOptions = {},
    options: ParameterOptions = {},
  ): Parameter {
    const parameter = isParameter(nameOrParameter)
      ? adopted(nameOrParameter)
      : new Parameter(checked(nameOrParameter), valueOrOptions, options);
    this.#put(parameter);
    return parameter;
  }

  /** Adds several parameters. */
  addMany(parameters: Iterable<Parameter>): this {
    for (const parameter of parameters) this.add(parameter);
    return this;
  }

  /**
   * Changes parameters, and adds those that are new.
   *
   * @example
   * params.set({ A: 3, sigma: { value: 1, max: 5 } })
   */
  set(changes: Partial<Record<K, Guess>> | Record<string, Guess>): this {
    for (const [name, change] of Object.entries(changes) as [string, Guess][]) {
      if (isParameter(change)) {
        const copy = adopted(change).copy();
        copy.name = checked(name);
        this.#put(copy);
      } else {
        const parameter = this.#parameters.get(name) ?? this.add(name);
        parameter.set(typeof change === 'number' ? { value: change } : change);
      }
    }
    return this;
  }

  /** Takes a parameter away; tells whether it was there. */
  delete(name: string): boolean {
    const there = this.#parameters.delete(name);
    if (there) Reflect.deleteProperty(this, name);
    this.#plan = undefined;
    return there;
  }

  /** The numbers alone. */
  valuesDict(): Record<K, number> {
    const numbers = this.numbers();
    return Object.fromEntries([...this.#parameters.keys()].map((name, i) => [name, numbers[i]])) as Record<K, number>;
  }

  /** A copy with parameters of its own. */
  copy(): this {
    const copy = new (this.constructor as new () => this)();
    for (const parameter of this.#parameters.values()) copy.#put(parameter.copy());
    return copy;
  }

  /**
   * The value of an expression of these parameters.
   *
   * @example
   * params.eval('2*sigma + pi')
   */
  eval(expression: string): number {
    const { slots } = this.plan();
    const compiled = compile(parseExpression(expression), (name) => slots.get(name));
    const value = compiled(this.numbers());
    if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
    throw new ParameterError(`The expression '${expression}' has no real number as its value.`);
  }

  /** The parameters as JSON that lmfit's `Parameters().loads` reads too. */
  dumps(): string {
    return writePythonJson({ unique_symbols: {}, params: Array.from(this.#parameters.values(), stateOf) });
  }

  /** Replaces all parameters by those that {@link dumps}, or lmfit's, has written. */
  loads(text: string): this {
    const { params } = (readPythonJson(text) ?? {}) as { params?: unknown };
    if (!Array.isArray(params)) throw new TypeError('This is not JSON of parameters: there is no list params.');
    const read = params.map(parameterOf);
    read.forEach(({ name }) => checked(name));
    for (const name of [...this.#parameters.keys()]) this.delete(name);
    return this.addMany(read);
  }

  toString(): string {
    return `Parameters({\n${Array.from(this.#parameters.values(), (each) => `  ${each},\n`).join('')}})`;
  }

  /**
   * The values in order, expressions evaluated.
   *
   * @internal
   */
  numbers(): Float64Array {
    const values = Float64Array.from(this.#parameters.values(), rawValueOf);
    const plan = this.plan();
    plan.evaluate(values, plan.slots.values());
    return values;
  }

  /**
   * How the expressions are evaluated, as long as no parameter is added and no expression changed.
   *
   * @internal
   */
  plan(): ExpressionPlan {
    this.#plan ??= new ExpressionPlan([...this.#parameters.values()]);
    return this.#plan;
  }

  #put(parameter: Parameter): void {
    const name = checked(parameter.name);
    this.#parameters.set(name, parameter);
    this.#plan = undefined;
    own(parameter, this.#owner);
    if (!(name in ParameterSet.prototype)) (this as unknown as Record<string, Parameter>)[name] = parameter;
  }

  readonly #owner = {
    evaluate: (parameter: Parameter): number => this.#evaluate(parameter),
    changed: (): void => {
      this.#plan = undefined;
    },
  };

  #evaluate({ name }: Parameter): number {
    const plan = this.plan();
    const slot = plan.slots.get(name) as number;
    const values = Float64Array.from(this.#parameters.values(), rawValueOf);
    plan.evaluate(values, [slot]);
    return values[slot] as number;
  }
}

Object.defineProperty(ParameterSet.prototype, BRAND, { value: true });
Object.defineProperty(ParameterSet.prototype, Symbol.for('Jupyter.display'), {
  value(this: ParameterSet) {
    return { 'text/plain': this.toString(), 'text/html': parametersHtml([...this.values()]) };
  },
});
Object.defineProperty(Parameter.prototype, Symbol.for('Jupyter.display'), {
  value(this: Parameter) {
    return { 'text/plain': this.toString(), 'text/html': parametersHtml([this]) };
  },
});

/** The parameters of a fit, each of them a property too; `K` are the known names. */
export type Parameters<K extends string = string> = ParameterSet<K> & { readonly [name in K]: Parameter };

/**
 * The parameters of a fit, by name.
 *
 * @example
 * const params = new Parameters()
 * params.add('A', 2)
 * params.add('sigma', { value: 3, min: 0 })
 * params.A.value // 2
 */
export const Parameters: new <K extends string = string>() => Parameters<K> = ParameterSet as never;

/** Whether a value is a set of parameters, of this or of another copy of livesky. */
export function isParameters(value: unknown): value is Parameters {
  return typeof value === 'object' && value !== null && BRAND in value;
}

function checked(name: string): string {
  if (isName(name)) return name;
  throw new ParameterError(`'${name}' is not a valid Parameters name`);
}

/** A parameter of ours: this one, or a copy of one from another copy of livesky. */
function adopted(parameter: Parameter): Parameter {
  return parameter instanceof Parameter ? parameter : parameterOf(stateOf(parameter));
}
