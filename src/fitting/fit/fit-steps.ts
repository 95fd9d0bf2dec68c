import { FitError } from '../fit-error.js';
import { covarianceOf } from '../least-squares/covariance.js';
import { freshFactors } from '../least-squares/fresh-factors.js';
import { leastSquaresSteps } from '../least-squares/levenberg-marquardt.js';
import type { Stepper } from '../least-squares/levenberg-marquardt.js';
import { giveBack, takeWorkspace } from '../least-squares/workspace.js';
import type { Workspace } from '../least-squares/workspace.js';
import type { JacobianFactors, Limits, SolverSettings } from '../least-squares/problem.js';
import { gradientScale, isSet, rawValueOf, toInternal } from '../parameters/index.js';
import type { Parameter, ParameterSet } from '../parameters/index.js';
import { statisticsOf } from '../results/statistics.js';
import type { Statistics } from '../results/statistics.js';
import type { FitInput } from './fit-input.js';
import { solverSettings } from './fit-options.js';
import { FitAborted, FitProblem, ModelNotFinite } from './fit-problem.js';
import { fitMessage, solverMessage } from './messages.js';
import { mlSteps } from './ml-levenberg-marquardt.js';
import { writeUncertainties } from './write-uncertainties.js';

/** What a fit came to. Its parameters are those of the input, changed. */
export interface FitOutcome {
  readonly method: 'leastsq' | 'ml-levenberg-marquardt';
  readonly nfev: number;
  readonly success: boolean;
  readonly aborted: boolean;
  readonly errorbars: boolean;
  /** MINPACK's number for why it stopped, -1 if it was aborted. */
  readonly ier: number;
  readonly message: string;
  readonly lmdifMessage: string;
  readonly varNames: readonly string[];
  readonly initVals: readonly number[];
  readonly residual: Float64Array;
  /** Absent if the fit was aborted by its callback. */
  readonly statistics: Statistics | undefined;
  readonly covar: number[][] | null;
}

/** Where one try ended. */
interface End {
  info: number;
  at: Float64Array;
  /** In the workspace, or absent if it is to be evaluated. */
  residual: Float64Array | undefined;
  factors: JacobianFactors | undefined;
  pegged: Uint8Array | undefined;
}

/** Does a fit in slices of one evaluation. */
export function* fitSteps(input: FitInput): Stepper<FitOutcome> {
  const { params, options } = input;
  prepare(params);
  checkStart(input);
  const problem = new FitProblem(input, options.bounds !== 'active-set');
  checkProblem(problem, params);
  const initVals = problem.varied.map(({ value }) => value);
  const fit = new Fit(input, problem);
  let end: End;
  let abort: FitAborted | undefined;
  try {
    end = yield* fit.steps();
  } catch (error) {
    if (!(error instanceof FitAborted)) throw error;
    abort = error;
    if (!error.byUser) problem.nfev -= 1;
    end = { info: -1, at: problem.last, residual: undefined, factors: undefined, pegged: undefined };
  }
  const outcome = fit.outcome(end, initVals, abort);
  fit.release();
  return outcome;
}

/** Brings the parameters into the state in which a fit begins. */
function prepare(params: ParameterSet): void {
  for (const parameter of params.values()) {
    parameter.orderBounds();
    parameter.stderr = null;
    parameter.correl = null;
    if (parameter.expr !== null && parameter.vary) parameter.vary = false;
  }
}

/** Refuses a start without numbers: nothing is started from where nobody said. */
function checkStart({ component, params }: FitInput): void {
  const missing: string[] = [];
  for (const parameter of params.values()) if (!isSet(parameter)) missing.push(parameter.name);
  if (missing.length > 0) {
    throw new FitError(
      'The model function generated NaN values and the fit aborted! Please check your model function and/or set ' +
        'boundaries on parameters where applicable. In cases like this, using "nan_policy=\'omit\'" will probably not ' +
        `work. These parameters of ${component.label} have no start value: ${missing.join(', ')}.`,
    );
  }
  const values = params.numbers();
  let slot = 0;
  for (const parameter of params.values()) {
    const value = values[slot] as number;
    parameter.initValue = value;
    if (parameter.vary && !Number.isFinite(value)) {
      throw new FitError(`The parameter '${parameter.name}' starts at ${value}; it needs a finite start value.`);
    }
    slot += 1;
  }
}

function checkProblem(problem: FitProblem, params: ParameterSet): void {
  const names = problem.varied.map(({ name }) => name);
  if (problem.variables === 0) {
    throw new FitError(
      `Nothing varies in this fit: ${[...params.keys()].join(', ')} are fixed or follow expressions. ` +
        'Let at least one parameter vary.',
    );
  }
  if (problem.variables <= problem.points) return;
  throw new FitError(
    `Improper input: func input vector length N=${problem.variables} must not exceed func output vector length ` +
      `M=${problem.points} (fewer points than parameters that vary: ${names.join(', ')})`,
  );
}

/** The steps of one fit, and what they come to. */
class Fit {
  readonly #input: FitInput;
  readonly #problem: FitProblem;
  readonly #settings: SolverSettings;
  readonly #precise: boolean;
  readonly #workspace: Workspace;

  constructor(input: FitInput, problem: FitProblem) {
    this.#input = input;
    this.#problem = problem;
    this.#precise = input.options.settings === 'precise';
    this.#workspace = takeWorkspace(problem.points, problem.variables);
    this.#settings = {
      ...solverSettings(input.options, problem.differentiate !== undefined),
      maxEvaluations: Infinity,
      limits: input.options.bounds === 'active-set' ? limitsOf(problem.varied) : undefined,
      isTooFar: this.#precise ? (error) => error instanceof ModelNotFinite : undefined,
    };
  }

  /** Lets go of the workspace, once the outcome is known. */
  release(): void {
    giveBack(this.#workspace);
  }

  *steps(): Stepper<End> {
    const { bounds, method } = this.#input.options;
    const start = Float64Array.from(this.#problem.varied, (parameter) =>
      bounds === 'active-set' ? rawValueOf(parameter) : toInternal(rawValueOf(parameter), parameter),
    );
    if (method === 'ml-levenberg-marquardt') return yield* this.#mlSteps(start);
    return this.#precise ? yield* this.#preciseSteps(start) : yield* this.#try(start, this.#settings);
  }

  *#try(start: Float64Array, settings: SolverSettings): Stepper<End> {
    const steps = leastSquaresSteps(this.#problem, start, settings, this.#workspace);
    const { info, at, residual, factors, pegged } = yield* steps;
    return { info, at, residual, factors, pegged: settings.limits && pegged };
  }

  *#mlSteps(start: Float64Array): Stepper<End> {
    const { at, converged } = yield* mlSteps(this.#problem, start, this.#settings.ftol);
    return { info: converged ? 1 : 5, at, residual: undefined, factors: yield* this.#fresh(at), pegged: undefined };
  }

  /**
   * A first step that is too long may end where the model is no number, or no longer depends on a parameter;
   * then shorter first steps are tried, and the lowest sum of squares wins.
   */
  *#preciseSteps(start: Float64Array): Stepper<End> {
    let best: End | undefined;
    let failure: unknown;
    for (const share of [1, 0.01, 0.001]) {
      const settings = { ...this.#settings, factor: this.#settings.factor * share };
      try {
        const end = yield* this.#try(start, settings);
        end.factors = yield* this.#fresh(end.at, end.pegged);
        end.residual = undefined; // the next try works in the same place
        if (!best || this.#sumOfSquares(end) < this.#sumOfSquares(best)) best = end;
        if (isDetermined(end)) break;
      } catch (error) {
        if (!(error instanceof FitError)) throw error;
        failure ??= error;
      }
    }
    if (!best) throw failure;
    return best;
  }

  #fresh(at: Float64Array, pegged?: Uint8Array): Stepper<JacobianFactors> {
    const { jacobian, limits } = this.#settings;
    return freshFactors(this.#problem, at, { analytic: jacobian === 'analytic', limits, pegged });
  }

  #sumOfSquares({ at }: End): number {
    return this.#problem.residualAt(at).reduce((sum, each) => sum + each * each, 0);
  }

  outcome(end: End, initVals: readonly number[], abort: FitAborted | undefined): FitOutcome {
    const { params, options } = this.#input;
    const { varied, slots, points } = this.#problem;
    const residual = end.residual?.slice() ?? this.#problem.residualAt(end.at);
    const values = this.#problem.valuesAt(end.at);
    slots.forEach((slot, j) => ((varied[j] as Parameter).value = values[slot] as number));
    const statistics = abort?.byUser ? undefined : statisticsOf(residual, varied.length);
    const isNan = Number.isNaN(statistics?.chisqr);
    const scale = options.scaleCovar === false ? 1 : (statistics?.redchi ?? 1);
    const internal = end.factors ? covarianceOf(end.factors, end.pegged) : null;
    const covar = internal && this.#external(internal, end.at, scale);
    const errorbars = covar !== null && writeUncertainties(params, varied, covar, end.pegged);
    // At the tolerances of 'precise' rounding is what stops a fit that has converged.
    const info = this.#precise && end.info >= 6 ? 1 : end.info;
    return {
      method: options.method ?? 'leastsq',
      nfev: this.#problem.nfev,
      success: info >= 1 && info <= 4 && !isNan,
      aborted: abort !== undefined,
      errorbars,
      ier: end.info,
      message: messageOf(isNan ? varied : undefined, info, covar !== null),
      lmdifMessage: solverMessage(end.info, this.#settings),
      varNames: varied.map(({ name }) => name),
      initVals,
      residual: points === 0 ? new Float64Array(0) : residual,
      statistics,
      covar,
    };
  }

  /** The covariance of the parameters from that of the internal variables. */
  #external(internal: number[][], at: Float64Array, scale: number): number[][] {
    const transform = this.#settings.limits === undefined;
    const slopes = this.#problem.varied.map((parameter, j) =>
      transform ? gradientScale(at[j] as number, parameter) : 1,
    );
    return internal.map((row, i) =>
      row.map((each, j) => each * ((slopes[i] as number) * (slopes[j] as number)) * scale),
    );
  }
}

function limitsOf(varied: readonly Parameter[]): Limits {
  return {
    lower: Float64Array.from(varied, ({ min }) => min),
    upper: Float64Array.from(varied, ({ max }) => max),
  };
}

/** Whether the fit converged to a point where every variable matters. */
function isDetermined({ info, factors, pegged }: End): boolean {
  if (info < 1 || info === 5 || !factors) return false;
  const { triangle, stride, pivot } = factors;
  return pivot.every((variable, j) => pegged?.[variable] === 1 || Math.abs(triangle[j * stride + j] as number) > 0);
}

function messageOf(nan: readonly Parameter[] | undefined, info: number, hasErrors: boolean): string {
  if (nan) {
    const names = nan.map(({ name }) => name).join(', ');
    return `The residuals hold NaN, which nanPolicy 'propagate' lets pass: ${names} were not fitted. Could not estimate error-bars.`;
  }
  return hasErrors ? fitMessage(info) : `${fitMessage(info)} Could not estimate error-bars.`;
}
