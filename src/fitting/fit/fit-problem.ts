import { FitError } from '../fit-error.js';
import type { LeastSquaresProblem } from '../least-squares/problem.js';
import type { BoundModel } from '../models/component.js';
import { evaluateStep, fromInternal, gradientScale } from '../parameters/index.js';
import type { ExpressionStep, Parameter } from '../parameters/index.js';
import type { FitInput } from './fit-input.js';

/** Ends a fit before it has converged. */
export class FitAborted extends Error {
  override readonly name = 'FitAborted';

  constructor(readonly byUser: boolean) {
    super(byUser ? 'The fit was aborted by its callback.' : 'The fit was aborted: too many evaluations.');
  }
}

/** The model's curve is infinite or NaN somewhere. */
export class ModelNotFinite extends FitError {
  constructor() {
    super(MODEL_NAN);
  }
}

const MODEL_NAN =
  'The model function generated NaN values and the fit aborted! Please check your model function and/or set ' +
  'boundaries on parameters where applicable. In cases like this, using "nan_policy=\'omit\'" will probably not work.';

const DATA_NAN =
  'NaN values detected in your input data or the output of your objective/model function - fitting algorithms cannot ' +
  'handle this! Please read https://lmfit.github.io/lmfit-py/faq.html#i-get-errors-from-nan-in-my-fit-what-can-i-do ' +
  'for more information.';

/** The residuals of a model as a function of the varied parameters. */
export class FitProblem implements LeastSquaresProblem {
  readonly variables: number;
  readonly points: number;
  /** The varied parameters. */
  readonly varied: readonly Parameter[];
  /** Where they stand among all parameters. */
  readonly slots: readonly number[];
  readonly differentiate?: LeastSquaresProblem['differentiate'];
  /** Evaluations so far. */
  nfev = 0;
  /** The variables at the last evaluation. */
  readonly last: Float64Array;
  readonly #input: FitInput;
  readonly #bound: BoundModel;
  readonly #transform: boolean;
  readonly #steps: readonly ExpressionStep[];
  readonly #values: Float64Array;
  readonly #most: number;
  #room: Float64Array | undefined;
  #slopes: Float64Array | undefined;
  #columns: Int32Array | 'none' | undefined;

  constructor(input: FitInput, transform: boolean) {
    const { component, params, data, independent, options } = input;
    const plan = params.plan();
    const all = [...params.values()];
    this.#input = input;
    this.#transform = transform;
    this.#bound = component.bind({ slots: plan.slots, independent, points: data.length });
    this.#steps = plan.stepsFor(this.#bound.uses);
    this.slots = all.flatMap(({ vary }, slot) => (vary ? [slot] : []));
    this.varied = this.slots.map((slot) => all[slot] as Parameter);
    this.variables = this.slots.length;
    this.#values = params.numbers();
    this.last = new Float64Array(this.variables);
    // Central differences, tight tolerances and second tries take several times lmfit's evaluations.
    this.#most = options.maxNfev ?? (options.settings === 'precise' ? 10_000 : 2000) * (this.variables + 1);
    if (this.#bound.differentiate && input.nanPolicy === 'raise') {
      this.differentiate = (at, residual, jacobian) => this.#differentiate(at, residual, jacobian);
    }
    this.points = input.nanPolicy === 'omit' ? this.#finitePoints() : data.length;
  }

  /** The values of all parameters at internal variables, expressions of the model evaluated. */
  valuesAt(at: Float64Array): Float64Array {
    const values = this.#values;
    for (let j = 0; j < at.length; j++) {
      const internal = at[j] as number;
      values[this.slots[j] as number] = this.#transform
        ? fromInternal(internal, this.varied[j] as Parameter)
        : internal;
    }
    for (const step of this.#steps) evaluateStep(step, values);
    return values;
  }

  evaluate(at: Float64Array, residual: Float64Array): void {
    this.#count(at);
    this.#residual(this.valuesAt(at), residual);
    this.#tell(residual);
  }

  /** The residuals at a point, without counting. */
  residualAt(at: Float64Array): Float64Array {
    const residual = new Float64Array(this.points);
    this.#residual(this.valuesAt(at), residual);
    return residual;
  }

  #count(at: Float64Array): void {
    this.nfev += 1;
    this.last.set(at);
    if (this.nfev > this.#most) throw new FitAborted(false);
  }

  /** The curve is written to where the residuals then stand, but where points may be left out. */
  #residual(values: Float64Array, residual: Float64Array): void {
    if (this.#input.nanPolicy === 'omit') {
      this.#fill(values, this.#curve());
      this.#subtractFinite(residual);
    } else {
      this.#fill(values, residual);
      this.#subtract(residual);
    }
  }

  #curve(): Float64Array {
    return (this.#room ??= new Float64Array(this.#input.data.length));
  }

  #fill(values: Float64Array, curve: Float64Array): void {
    try {
      this.#bound.fill(values, curve);
    } catch (error) {
      throw this.#explained(error);
    }
  }

  #explained(error: unknown): unknown {
    if (error instanceof FitError) return error;
    const at = this.#input.component.paramNames
      .filter((name) => this.#input.params.has(name))
      .map((name) => `${name}=${this.#values[this.#input.params.plan().slots.get(name) as number]}`);
    const { label } = this.#input.component;
    const reason = error instanceof Error ? error.message : String(error);
    return new FitError(`${label} failed at ${at.join(', ')}: ${reason}`, { cause: error });
  }

  /** Data minus curve, times weights, in place of the curve. */
  #subtract(residual: Float64Array): void {
    const { data, weights, nanPolicy } = this.#input;
    let sum = 0;
    if (weights) {
      for (let i = 0; i < data.length; i++) {
        const value = ((data[i] as number) - (residual[i] as number)) * (weights[i] as number);
        residual[i] = value;
        sum += value;
      }
    } else {
      for (let i = 0; i < data.length; i++) {
        const value = (data[i] as number) - (residual[i] as number);
        residual[i] = value;
        sum += value;
      }
    }
    if (nanPolicy === 'raise' && !Number.isFinite(sum)) this.#raise();
  }

  /** Says whether the model or the data are to blame. */
  #raise(): never {
    const curve = this.#curve();
    this.#fill(this.#values, curve);
    if (curve.every(Number.isFinite)) throw new FitError(DATA_NAN);
    throw new ModelNotFinite();
  }

  #subtractFinite(residual: Float64Array): void {
    const count = this.#eachFinite((value, i) => {
      if (i < residual.length) residual[i] = value;
    });
    if (count === residual.length) return;
    throw new FitError(
      'The array returned by a function changed size between calls: with nanPolicy omit the model is NaN at ' +
        `${this.#input.data.length - count} points now, at ${this.#input.data.length - residual.length} at the start.`,
    );
  }

  #eachFinite(take: (value: number, i: number) => void): number {
    const { data, weights } = this.#input;
    const curve = this.#curve();
    let count = 0;
    for (let i = 0; i < data.length; i++) {
      const value = ((data[i] as number) - (curve[i] as number)) * (weights ? (weights[i] as number) : 1);
      if (!Number.isFinite(value)) continue;
      take(value, count);
      count += 1;
    }
    return count;
  }

  #finitePoints(): number {
    const { params } = this.#input;
    this.#fill(params.numbers(), this.#curve());
    return this.#eachFinite(() => undefined);
  }

  #tell(residual: Float64Array): void {
    const { params, options } = this.#input;
    if (!options.iterCb) return;
    this.varied.forEach((parameter, j) => (parameter.value = this.#values[this.slots[j] as number] as number));
    if (options.iterCb(params, this.nfev, residual)) throw new FitAborted(true);
  }

  #differentiate(at: Float64Array, residual: Float64Array, jacobian: Float64Array): void {
    this.#count(at);
    const values = this.valuesAt(at);
    const columns = (this.#columns ??= this.#directColumns());
    if (columns === 'none') this.#throughExpressions(at, values, residual, jacobian);
    else {
      this.#bound.differentiate?.(values, residual, jacobian, columns);
      for (let j = 0; j < at.length; j++) this.#scale(j, -this.#slopeOf(j, at[j] as number), jacobian);
    }
    this.#subtract(residual);
    this.#tell(residual);
  }

  /** Where the model may write its derivatives itself: if it depends on varied parameters alone. */
  #directColumns(): Int32Array | 'none' {
    if (!this.#bound.uses.every((slot) => this.slots.includes(slot))) return 'none';
    // Variables that the model does not depend on would keep what was in their columns.
    if (!this.slots.every((slot) => this.#bound.uses.includes(slot))) return 'none';
    const columns = new Int32Array(this.#values.length);
    this.slots.forEach((slot, j) => (columns[slot] = j * this.points));
    return columns;
  }

  /** How a parameter changes with the variable that stands for it. */
  #slopeOf(j: number, internal: number): number {
    return this.#transform ? gradientScale(internal, this.varied[j] as Parameter) : 1;
  }

  #scale(j: number, factor: number, jacobian: Float64Array): void {
    const points = this.points;
    const { weights } = this.#input;
    const end = (j + 1) * points;
    if (weights) {
      for (let at = j * points, i = 0; at < end; at++, i++) {
        jacobian[at] = (jacobian[at] as number) * factor * (weights[i] as number);
      }
    } else for (let at = j * points; at < end; at++) jacobian[at] = (jacobian[at] as number) * factor;
  }

  /** The derivatives by every parameter first, and of these those by the variables. */
  #throughExpressions(at: Float64Array, values: Float64Array, curve: Float64Array, jacobian: Float64Array): void {
    const points = this.points;
    const slopes = (this.#slopes ??= new Float64Array(values.length * points));
    const columns = Int32Array.from(values, (_, slot) => slot * points);
    this.#bound.differentiate?.(values, curve, slopes, columns);
    jacobian.fill(0);
    for (let j = 0; j < at.length; j++) {
      for (const [slot, share] of this.#influence(j)) {
        if (!this.#bound.uses.includes(slot)) continue;
        for (let i = 0, to = j * points, from = slot * points; i < points; i++, to++, from++) {
          jacobian[to] = (jacobian[to] as number) + share * (slopes[from] as number);
        }
      }
      this.#scale(j, -this.#slopeOf(j, at[j] as number), jacobian);
    }
  }

  /** How all parameters change with one that varies: itself, and expressions by central differences. */
  #influence(j: number): [slot: number, factor: number][] {
    const slot = this.slots[j] as number;
    const influence: [number, number][] = [[slot, 1]];
    if (this.#steps.length === 0) return influence;
    const value = this.#values[slot] as number;
    const size = Math.cbrt(Number.EPSILON) * Math.abs(value) || Math.cbrt(Number.EPSILON);
    const [above, below] = [value + size, value - size].map((moved) => {
      const values = this.#values.slice();
      values[slot] = moved;
      for (const step of this.#steps) evaluateStep(step, values);
      return values;
    }) as [Float64Array, Float64Array];
    for (const step of this.#steps) {
      influence.push([step.slot, ((above[step.slot] as number) - (below[step.slot] as number)) / (2 * size)]);
    }
    return influence;
  }
}
