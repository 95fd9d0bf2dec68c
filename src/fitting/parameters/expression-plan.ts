import { compile, ExpressionError, namesIn } from '../expressions/index.js';
import type { Compiled, Expression } from '../expressions/index.js';
import { clip } from './bounds.js';
import { treeOf } from './parameter.js';
import type { Parameter } from './parameter.js';
import { ParameterError } from './parameter-error.js';

/** One parameter that follows an expression, ready to be evaluated. */
export interface ExpressionStep {
  parameter: Parameter;
  slot: number;
  compiled: Compiled | undefined;
  /** The slots of the parameters that it uses. */
  uses: readonly number[];
}

/** What was compiled last of a tree, and for which names in which order. */
const compilations = new WeakMap<Expression, { names: string; compiled: Compiled }>();

/** The order in which the expressions of a set of parameters are evaluated. */
export class ExpressionPlan {
  /** Where each parameter's value stands. */
  readonly slots: ReadonlyMap<string, number>;
  readonly #steps: ReadonlyMap<number, ExpressionStep>;
  #names: string | undefined;

  constructor(parameters: readonly Parameter[]) {
    this.slots = new Map(parameters.map(({ name }, slot) => [name, slot]));
    const steps = new Map<number, ExpressionStep>();
    parameters.forEach((parameter, slot) => {
      if (parameter.expr !== null) steps.set(slot, this.#stepOf(parameter, slot));
    });
    this.#steps = steps;
  }

  /** Evaluates what stands in these slots and follows expressions, and all that it follows, in order. */
  evaluate(values: Float64Array, slots: Iterable<number>): void {
    for (const step of this.stepsFor(slots)) evaluateStep(step, values);
  }

  /** The expressions behind these slots, each after those that it uses. */
  stepsFor(slots: Iterable<number>): ExpressionStep[] {
    const ordered = new Set<ExpressionStep>();
    const path: ExpressionStep[] = [];
    for (const slot of slots) this.#collect(slot, ordered, path);
    return [...ordered];
  }

  #collect(slot: number, ordered: Set<ExpressionStep>, path: ExpressionStep[]): void {
    const step = this.#steps.get(slot);
    if (!step || ordered.has(step)) return;
    if (path.includes(step)) throw circular([...path.slice(path.indexOf(step)), step]);
    path.push(step);
    for (const used of step.uses) this.#collect(used, ordered, path);
    path.pop();
    step.compiled ??= this.#compiled(step);
    ordered.add(step);
  }

  #stepOf(parameter: Parameter, slot: number): ExpressionStep {
    const names = namesIn(treeOf(parameter) as Expression);
    const uses = names.flatMap((name) => this.slots.get(name) ?? []);
    return { parameter, slot, uses, compiled: undefined };
  }

  /** Makes the step's function when it is first needed: a name may be added after the expression. */
  #compiled({ parameter }: ExpressionStep): Compiled {
    const tree = treeOf(parameter) as Expression;
    this.#names ??= [...this.slots.keys()].join();
    const known = compilations.get(tree);
    if (known?.names === this.#names) return known.compiled;
    const compiled = explained(parameter, () => compile(tree, (name) => this.slots.get(name)));
    compilations.set(tree, { names: this.#names, compiled });
    return compiled;
  }
}

/** Writes the value of one parameter that follows an expression. */
export function evaluateStep(step: ExpressionStep, values: Float64Array): void {
  const { parameter, slot } = step;
  const value = explained(parameter, () => numberOf((step.compiled as Compiled)(values)));
  values[slot] = clip(value, parameter);
}

function numberOf(value: unknown): number {
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
  throw new ExpressionError('its value is not a real number');
}

function explained<T>(parameter: Parameter, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const { name, expr } = parameter;
    throw new ParameterError(`Parameter '${name}': ${error.message} (in its expression '${String(expr)}')`);
  }
}

function circular(steps: readonly ExpressionStep[]): ParameterError {
  const names = steps.map(({ parameter }) => `'${parameter.name}'`).join(' -> ');
  return new ParameterError(`The expressions of parameters refer to each other in a circle: ${names}.`);
}
