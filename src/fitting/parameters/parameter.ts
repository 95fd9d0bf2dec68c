import { ExpressionError, namesIn, parseExpression } from '../expressions/index.js';
import type { Expression } from '../expressions/index.js';
import { areEqual, clip } from './bounds.js';
import { ParameterError } from './parameter-error.js';

/** What a parameter can be made with. */
export interface ParameterOptions {
  /** The value, typically where a fit starts. Default: minus infinity, which no fit starts from. */
  value?: number | undefined;
  /** Whether fits vary it. Default: `true`, or `false` with an expression. */
  vary?: boolean | undefined;
  /** The lower bound. Default: minus infinity. */
  min?: number | null | undefined;
  /** The upper bound. Default: infinity. */
  max?: number | null | undefined;
  /** An expression in Python's syntax of other parameters, which the value follows. */
  expr?: string | null | undefined;
  /** Kept for lmfit's brute-force method; no method here uses it. */
  bruteStep?: number | null | undefined;
  /** Anything of yours. */
  userData?: unknown;
}

/** What can be changed of a parameter. An empty `expr` takes the expression away. */
export interface ParameterChanges extends ParameterOptions {
  /** Whether `value` is also where the parameter started. Default: `true`. */
  isInitValue?: boolean | undefined;
}

/** How a set of parameters evaluates those that follow expressions. */
export interface ParameterOwner {
  evaluate(parameter: Parameter): number;
  changed(): void;
}

const BRAND: symbol = Symbol.for('livesky.parameter.1');

/** What sets of parameters may do with one, beyond what everybody may. */
interface Inside {
  rawValue(parameter: Parameter): number;
  isSet(parameter: Parameter): boolean;
  treeOf(parameter: Parameter): Expression | undefined;
  own(parameter: Parameter, owner: ParameterOwner): void;
}

let inside: Inside;

/**
 * A number that a fit varies, with bounds, or one that follows an expression of others.
 *
 * After a fit it also has a standard error and correlations.
 *
 * @example
 * const sigma = new Parameter('sigma', { value: 3, min: 0 })
 * sigma.value // 3
 */
export class Parameter {
  /** The name; expressions use it. */
  name: string;
  /** Where the parameter started, or `null` if that was never said. */
  initValue: number | null = null;
  /** The standard error after a fit, or `null` where there is none. */
  stderr: number | null = null;
  /** The correlations with the other varied parameters after a fit, or `null`. */
  correl: Record<string, number> | null = null;
  bruteStep: number | null = null;
  userData: unknown = undefined;
  #value = -Infinity;
  #vary = true;
  #min = -Infinity;
  #max = Infinity;
  #expr: string | null = null;
  #tree: Expression | undefined;
  #owner: ParameterOwner | undefined;

  /**
   * @param name - a name in Python's sense
   * @param valueOrOptions - the value, or everything in one object
   * @param options - the rest, if the value was given alone
   */
  constructor(name: string, valueOrOptions: number | ParameterOptions = {}, options: ParameterOptions = {}) {
    this.name = name;
    const all = typeof valueOrOptions === 'number' ? { ...options, value: valueOrOptions } : valueOrOptions;
    this.#min = all.min ?? -Infinity;
    this.#max = all.max ?? Infinity;
    if (all.value !== undefined) {
      this.#value = numberFor(name, 'value', all.value);
      this.initValue = this.#value;
    }
    this.#vary = all.vary ?? true;
    this.bruteStep = all.bruteStep ?? null;
    this.userData = all.userData;
    if (all.expr !== undefined && all.expr !== null) this.expr = all.expr;
    this.orderBounds();
  }

  /** The value, within the bounds; the expression's value where there is one. */
  get value(): number {
    const owner = this.#owner;
    if (this.#expr !== null && owner) this.#value = owner.evaluate(this);
    return clip(this.#value, { min: this.#min, max: this.#max });
  }

  set value(value: number) {
    this.#value = clip(numberFor(this.name, 'value', value), { min: this.#min, max: this.#max });
  }

  /** Whether fits vary it; `true` takes an expression away. */
  get vary(): boolean {
    return this.#vary;
  }

  set vary(vary: boolean) {
    this.#vary = vary;
    if (vary) this.expr = null;
  }

  get min(): number {
    return this.#min;
  }

  set min(min: number | null) {
    this.#min = numberFor(this.name, 'min', min ?? -Infinity);
  }

  get max(): number {
    return this.#max;
  }

  set max(max: number | null) {
    this.#max = numberFor(this.name, 'max', max ?? Infinity);
  }

  /** The expression that the value follows, or `null`. */
  get expr(): string | null {
    return this.#expr;
  }

  set expr(expr: string | null) {
    const text = expr === '' ? null : expr;
    if (text === null && this.#expr === null) return;
    this.#tree = text === null ? undefined : this.#read(text);
    this.#expr = text;
    if (text !== null) this.#vary = false;
    this.#owner?.changed();
  }

  /**
   * Changes what is given and leaves the rest; giving a value, or `vary: true`, takes an expression away.
   *
   * @example
   * params.A.set({ value: 2, min: 0 })
   */
  set(changes: ParameterChanges): this {
    const { value, vary, min, max, expr, bruteStep, isInitValue = true } = changes;
    if (vary !== undefined) this.vary = vary;
    if (min !== undefined) this.min = min;
    if (max !== undefined) this.max = max;
    if (value !== undefined) {
      const unset = !Number.isFinite(this.#value);
      this.expr = null;
      this.value = value;
      if (isInitValue || unset) this.initValue = value;
    }
    if (expr !== undefined) this.expr = expr;
    if (bruteStep !== undefined) this.bruteStep = bruteStep === 0 ? null : bruteStep;
    if (min !== undefined && max !== undefined) this.orderBounds();
    return this;
  }

  /** A parameter with the same state that belongs to no set. */
  copy(): Parameter {
    const copy = new Parameter(this.name, { min: this.#min, max: this.#max });
    copy.#value = this.#expr === null ? this.#value : this.value;
    copy.#vary = this.#vary;
    copy.#expr = this.#expr;
    copy.#tree = this.#tree;
    copy.initValue = this.initValue;
    copy.stderr = this.stderr;
    copy.correl = this.correl && { ...this.correl };
    copy.bruteStep = this.bruteStep;
    copy.userData = this.userData;
    return copy;
  }

  /**
   * Swaps bounds that were given the wrong way round; equal ones, or NaN, are an error.
   *
   * @internal
   */
  orderBounds(): void {
    if (Number.isNaN(this.#min) || Number.isNaN(this.#max)) {
      throw new ParameterError(`Parameter '${this.name}' has NaN as a bound; leave the bound out instead.`);
    }
    if (this.#min > this.#max) [this.#min, this.#max] = [this.#max, this.#min];
    if (areEqual(this)) throw new ParameterError(`Parameter '${this.name}' has min == max`);
    if (this.#value !== -Infinity) this.#value = clip(this.#value, this);
  }

  /** The number itself, so that a parameter can be calculated with. */
  valueOf(): number {
    return this.value;
  }

  toString(): string {
    return `<Parameter '${this.name}', ${this.#describe().join(', ')}>`;
  }

  #describe(): string[] {
    let value = `value=${this.value}`;
    if (!this.#vary && this.#expr === null) value += ' (fixed)';
    else if (this.stderr !== null) value += ` +/- ${this.stderr.toPrecision(3)}`;
    const parts = [value, `bounds=[${boundText(this.#min)}:${boundText(this.#max)}]`];
    if (this.#expr !== null) parts.push(`expr='${this.#expr}'`);
    if (this.bruteStep !== null) parts.push(`brute_step=${this.bruteStep}`);
    return parts;
  }

  #read(text: string): Expression {
    try {
      return parseExpression(text);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      throw new ParameterError(
        `Parameter '${this.name}': the expression '${shortened(text)}' cannot be read: ${error.message}.`,
      );
    }
  }

  static {
    inside = {
      rawValue: (parameter) => clip(parameter.#value, parameter),
      isSet: (parameter) => parameter.#expr !== null || Number.isFinite(parameter.#value),
      treeOf: (parameter) => parameter.#tree,
      own: (parameter, owner) => (parameter.#owner = owner),
    };
  }
}

Object.defineProperty(Parameter.prototype, BRAND, { value: true });

/** The value as it stands, without a look at the expression. */
export function rawValueOf(parameter: Parameter): number {
  return inside.rawValue(parameter);
}

/** Whether the parameter was ever given a finite value, or follows an expression. */
export function isSet(parameter: Parameter): boolean {
  return inside.isSet(parameter);
}

/** The tree of the expression, if there is one. */
export function treeOf(parameter: Parameter): Expression | undefined {
  return inside.treeOf(parameter);
}

/** The names in the expression, none where there is no expression. */
export function namesUsedBy(parameter: Parameter): readonly string[] {
  const tree = treeOf(parameter);
  return tree ? namesIn(tree) : [];
}

/** Puts a parameter into a set, which evaluates its expression from now on. */
export function own(parameter: Parameter, owner: ParameterOwner): void {
  inside.own(parameter, owner);
}

/** Whether a value is a parameter, of this or of another copy of livesky. */
export function isParameter(value: unknown): value is Parameter {
  return typeof value === 'object' && value !== null && BRAND in value;
}

function numberFor(name: string, what: string, value: unknown): number {
  if (typeof value === 'number') return value;
  throw new ParameterError(`The ${what} of parameter '${name}' must be a number, not ${String(value)}.`);
}

/** A text as far as it helps in an error. */
function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}

function boundText(bound: number): string {
  if (bound === Infinity) return 'inf';
  return bound === -Infinity ? '-inf' : String(bound);
}
