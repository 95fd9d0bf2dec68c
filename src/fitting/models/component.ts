import { FitError } from '../fit-error.js';
import type { Kernel } from '../lineshapes/kernel.js';
import type { ModelFunction } from './model-function.js';

/** Hints of how a parameter is made, by {@link Component.hints}. */
export interface ParameterHint {
  value?: number;
  vary?: boolean;
  min?: number;
  max?: number;
  expr?: string;
}

/** A model's curve over given points, as a function of the values of all parameters. */
export interface BoundModel {
  fill(values: Float64Array, out: Float64Array): void;
  /** Writes the curve and its derivatives; those by the parameter in slot k begin at `columns[k]`. */
  differentiate?(values: Float64Array, out: Float64Array, jacobian: Float64Array, columns: Int32Array): void;
  /** The slots of the parameters that it depends on. */
  readonly uses: readonly number[];
}

/** Where the values of parameters stand, and what the independent variables are. */
export interface Binding {
  readonly slots: ReadonlyMap<string, number>;
  readonly independent: ReadonlyMap<string, Float64Array>;
  readonly points: number;
}

/** A model without its code: a function by its name, or two models with an operator between them. */
export type ModelDescription =
  | {
      function: string;
      prefix: string;
      independentVars: readonly string[];
      params: readonly string[];
      options: Readonly<Record<string, string>>;
      hints: Readonly<Record<string, ParameterHint>>;
      expression?: string;
      nanPolicy?: string;
    }
  | { operator: '+' | '-' | '*' | '/'; left: ModelDescription; right: ModelDescription };

/** What models are made of: one function, or two of these with an operator between them. */
export interface Component {
  /** As `Model(gaussian, prefix='g_')`. */
  readonly label: string;
  /** The name under which its curve is found among the components. */
  readonly key: string;
  readonly prefix: string;
  readonly independentVars: readonly string[];
  readonly paramNames: readonly string[];
  /** Values of parameters by their names without prefix. */
  readonly defaults: ReadonlyMap<string, number>;
  readonly hints: Map<string, ParameterHint>;
  /** The functions, from left to right. */
  readonly parts: readonly FunctionComponent[];
  /** What it is made of, without code. */
  describe(): ModelDescription;
  bind(binding: Binding): BoundModel;
}

/** One function with a prefix to the names of its parameters. */
export class FunctionComponent implements Component {
  readonly hints: Map<string, ParameterHint> = new Map();
  readonly #names: string[];

  constructor(
    readonly model: ModelFunction,
    readonly prefix: string,
    /** Options of the function, which stand in the label. */
    readonly options: Readonly<Record<string, string>>,
  ) {
    this.#names = model.params.map((name) => prefix + name);
  }

  get label(): string {
    const parts = [this.model.name];
    if (this.prefix !== '') parts.push(`prefix='${this.prefix}'`);
    for (const [name, value] of Object.entries(this.options)) parts.push(`${name}='${value}'`);
    return `Model(${parts.join(', ')})`;
  }

  get key(): string {
    return this.prefix === '' ? this.model.name : this.prefix;
  }

  get independentVars(): readonly string[] {
    return this.model.independentVars;
  }

  get paramNames(): readonly string[] {
    return this.#names;
  }

  get defaults(): ReadonlyMap<string, number> {
    return this.model.defaults;
  }

  get parts(): readonly FunctionComponent[] {
    return [this];
  }

  describe(): ModelDescription {
    const { name, independentVars, params } = this.model;
    const hints = Object.fromEntries(this.hints);
    return { function: name, prefix: this.prefix, independentVars, params, options: this.options, hints };
  }

  /** Adds the name of a parameter that only a hint knows. */
  addName(name: string): void {
    if (!this.#names.includes(name)) this.#names.push(name);
  }

  bind({ slots, independent }: Binding): BoundModel {
    const { kernel } = this.model;
    const variables = this.independentVars.map((name) => independent.get(name) as Float64Array);
    const uses = this.model.params.map((name) => this.#slotOf(name, slots));
    const args = new Float64Array(uses.length);
    const take = (values: Float64Array): void => {
      for (let k = 0; k < uses.length; k++) args[k] = values[uses[k] as number] as number;
    };
    const bound: BoundModel = {
      uses,
      fill: (values, out) => {
        take(values);
        kernel.fill(out, variables, args);
      },
    };
    if (kernel.differentiate) Object.assign(bound, this.#derivatives(kernel, { uses, variables, args, take }));
    return bound;
  }

  #derivatives(kernel: Kernel, { uses, variables, args, take }: Bound): Pick<BoundModel, 'differentiate'> {
    const own = new Int32Array(uses.length);
    return {
      differentiate: (values, out, jacobian, columns) => {
        take(values);
        for (let k = 0; k < uses.length; k++) own[k] = columns[uses[k] as number] as number;
        kernel.differentiate?.(out, variables, args, jacobian, own);
      },
    };
  }

  /** A parameter with the prefix comes before one without. */
  #slotOf(name: string, slots: ReadonlyMap<string, number>): number {
    const slot = slots.get(this.prefix + name) ?? slots.get(name);
    if (slot === undefined) throw new FitError(`${this.label} needs a parameter '${this.prefix}${name}'.`);
    return slot;
  }
}

interface Bound {
  uses: readonly number[];
  variables: readonly Float64Array[];
  args: Float64Array;
  take: (values: Float64Array) => void;
}
