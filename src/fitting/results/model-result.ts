import { warn } from '../../host/index.js';
import { FitError } from '../fit-error.js';
import { independentArrays } from '../fit/fit-input.js';
import type { FitInput, Numbers } from '../fit/fit-input.js';
import { fitSteps } from '../fit/fit-steps.js';
import type { FitOutcome } from '../fit/fit-steps.js';
import { curveOf, partCurves } from '../models/evaluate.js';
import type { Model } from '../models/model.js';
import { run } from '../fit/run.js';
import { propagate, uncertainValues } from '../parameters/index.js';
import type { Parameters, ParameterSet, UncertainValue } from '../parameters/index.js';
import { ciReport } from './ci-report.js';
import type { CiReportOptions } from './ci-report.js';
import { confidenceIntervals } from './confidence.js';
import type { ConfidenceLimit, ConfidenceOptions } from './confidence.js';
import { fitReport } from './fit-report.js';
import type { Reported, ReportOptions } from './fit-report.js';
import { resultHtml } from './html-report.js';
import { rSquared } from './statistics.js';
import { uncertaintyBands } from './uncertainty-band.js';

/** How the uncertainty of a curve is evaluated. */
export interface UncertaintyOptions {
  /** Numbers of standard deviations, or a probability if less than 1. Default: 1. */
  sigma?: number;
  /** Steps of the numerical derivatives, in standard errors. Default: 0.01. */
  dscale?: number;
  /** Other values of independent variables. */
  independent?: Readonly<Record<string, Numbers>>;
}

/**
 * What a fit came to: the parameters with their errors, the statistics and the curves.
 *
 * As the last expression of a cell it shows all of it, with a picture.
 *
 * @example
 * const result = model.fit(y, { A: 2, sigma: 3, x0: 0 }, { x })
 * result.values.A
 * result.params.A.stderr
 * console.log(result.fitReport())
 */
export class ModelResult<K extends string = string> implements Reported {
  /** The fitted parameters. */
  readonly params: Parameters<K>;
  /** Which method found them. */
  readonly method: FitOutcome['method'];
  /** How often the model was evaluated. */
  readonly nfev: number;
  /** Whether the fit converged. */
  readonly success: boolean;
  /** Whether it was ended early: by its callback or by too many evaluations. */
  readonly aborted: boolean;
  /** Whether standard errors could be estimated. */
  readonly errorbars: boolean;
  /** Why the fit stopped, in a sentence. */
  readonly message: string;
  /** MINPACK's number and sentence for it. */
  readonly ier: number;
  readonly lmdifMessage: string;
  /** The names of the parameters that varied; rows and columns of `covar`. */
  readonly varNames: readonly string[];
  /** Where these started. */
  readonly initVals: readonly number[];
  /** How many points were fitted, how many parameters varied, and the difference. */
  readonly ndata: number;
  readonly nvarys: number;
  readonly nfree: number;
  /** The sum of squares of the weighted residuals, and that by `nfree`. */
  readonly chisqr: number;
  readonly redchi: number;
  /** Akaike's and the Bayesian information criterion. */
  readonly aic: number;
  readonly bic: number;
  /** The covariance of the parameters that varied, or `null`. */
  readonly covar: number[][] | null;
  /** (data - model) times weights, at the best parameters. */
  readonly residual: Float64Array;
  /** The data that were fitted, without those that `nanPolicy: 'omit'` leaves out. */
  readonly data: Float64Array;
  readonly weights: Float64Array | undefined;
  /** Uncertainties that {@link evalUncertainty} found last: of the model, of new data, and of each component. */
  dely: Float64Array | null = null;
  delyPredicted: Float64Array | null = null;
  delyComps: Record<string, Float64Array> | null = null;
  /** Confidence intervals that {@link confInterval} found last. */
  ciOut: Record<string, ConfidenceLimit[]> | null = null;
  readonly #input: FitInput;
  readonly #outcome: FitOutcome;
  #curves: Partial<Record<'best' | 'init', Float64Array>> = {};
  #initParams: Parameters<K> | undefined;

  constructor(
    /** The model that was fitted. */
    readonly model: Model<K>,
    input: FitInput,
    outcome: FitOutcome,
  ) {
    this.#input = input;
    this.#outcome = outcome;
    this.params = input.params as unknown as Parameters<K>;
    this.data = input.data;
    this.weights = input.weights;
    this.method = outcome.method;
    this.nfev = outcome.nfev;
    this.success = outcome.success;
    this.aborted = outcome.aborted;
    this.errorbars = outcome.errorbars;
    this.message = outcome.message;
    this.ier = outcome.ier;
    this.lmdifMessage = outcome.lmdifMessage;
    this.varNames = outcome.varNames;
    this.initVals = outcome.initVals;
    this.residual = outcome.residual;
    const { statistics, covar } = outcome;
    this.ndata = statistics?.ndata ?? 0;
    this.nvarys = outcome.varNames.length;
    this.nfree = statistics?.nfree ?? 0;
    this.chisqr = statistics?.chisqr ?? NaN;
    this.redchi = statistics?.redchi ?? NaN;
    this.aic = statistics?.aic ?? NaN;
    this.bic = statistics?.bic ?? NaN;
    this.covar = covar;
    if (covar) propagate(this.params, withoutNan(covar));
  }

  /** The fitted values of all parameters, those that follow expressions too. */
  get values(): Record<K, number> {
    return this.params.valuesDict();
  }

  /** Every value with its standard error, those of expressions by linear propagation; `null` without errors. */
  get uvars(): Record<K, UncertainValue> | null {
    return this.errorbars ? (uncertainValues(this.params) as Record<K, UncertainValue>) : null;
  }

  /** The fitted values of the model function's own parameters. */
  get bestValues(): Record<K, number> {
    return this.#ownValues((name) => this.params.get(name as K).value);
  }

  /** Where the model function's own parameters started. */
  get initValues(): Record<K, number> {
    return this.#ownValues((name) => this.params.get(name as K).initValue ?? NaN);
  }

  /** The parameters as they were at the start. */
  get initParams(): Parameters<K> {
    this.#initParams ??= startOf(this.params);
    return this.#initParams;
  }

  /** The independent variables that were fitted over. */
  get independent(): Readonly<Record<string, Float64Array>> {
    return Object.fromEntries(this.#input.independent);
  }

  /** The model at the best parameters. */
  get bestFit(): Float64Array {
    this.#curves.best ??= curveOf(this.#input.component, this.params, this.#input.independent);
    return this.#curves.best;
  }

  /** The model at the parameters of the start. */
  get initFit(): Float64Array {
    this.#curves.init ??= curveOf(this.#input.component, this.initParams, this.#input.independent);
    return this.#curves.init;
  }

  /** The share of the data's variance that the model describes; `null` for fewer than two points. */
  get rsquared(): number | null {
    return rSquared(this.data, this.bestFit);
  }

  /**
   * The model at the best parameters.
   *
   * @param independent - other values of independent variables
   *
   * @example
   * result.eval({ x: [0, 0.5, 1] })
   */
  eval(independent: Readonly<Record<string, Numbers>> = {}): Float64Array {
    return curveOf(this.#input.component, this.params, this.#with(independent));
  }

  /** The curves of the model's parts at the best parameters, by their prefixes. */
  evalComponents(independent: Readonly<Record<string, Numbers>> = {}): Record<string, Float64Array> {
    return partCurves(this.#input.component, this.params, this.#with(independent));
  }

  /**
   * The uncertainty of the model that follows from that of its parameters, for bands around the best fit.
   *
   * The results for new data and for the parts stand in `delyPredicted` and `delyComps`.
   *
   * @example
   * const band = result.evalUncertainty({ sigma: 3 })
   */
  evalUncertainty({ sigma = 1, dscale = 0.01, independent = {} }: UncertaintyOptions = {}): Float64Array {
    const variables = this.#with(independent);
    const { component } = this.#input;
    const known = this.covar !== null && [...this.params.values()].every(({ stderr }) => stderr !== null);
    if (!known) return new Float64Array(curveOf(component, this.params, variables).length);
    const { variances, scale } = uncertaintyBands(
      {
        params: this.params,
        varNames: this.varNames,
        covar: this.covar ?? [],
        nfree: this.nfree,
        curves: (params) => [component, ...component.parts].map((each) => curveOf(each, params, variables)),
      },
      sigma,
      dscale,
    );
    const [all, ...parts] = variances as [Float64Array, ...Float64Array[]];
    this.dely = all.map((each) => scale * Math.sqrt(each));
    this.delyPredicted = all.map((each) => scale * Math.sqrt(each + this.redchi));
    this.delyComps = Object.fromEntries(
      component.parts.map(({ key }, i) => [key, (parts[i] as Float64Array).map((each) => scale * Math.sqrt(each))]),
    );
    return this.dely;
  }

  /**
   * Confidence intervals of the parameters by profiles of chi-square; slower than standard errors, and right
   * where the model is far from linear.
   *
   * @returns for each parameter, limits from below to above, with the best value in the middle
   */
  confInterval(options: ConfidenceOptions = {}): Record<string, ConfidenceLimit[]> {
    const fit = {
      params: this.params,
      chisqr: this.chisqr,
      nfree: this.nfree,
      refit: (params: ParameterSet) => this.#refit(params),
    };
    this.ciOut = confidenceIntervals(fit, { onWarning: this.#input.options.onWarning ?? warn, ...options });
    return this.ciOut;
  }

  /** The confidence intervals as a table of text. */
  ciReport({ withOffset, ndigits, ...options }: CiReportOptions & ConfidenceOptions = {}): string {
    return ciReport(this.confInterval(options), { withOffset, ndigits });
  }

  /** Statistics, parameters with errors, and correlations as text, as lmfit's `fit_report` writes it. */
  fitReport(options: ReportOptions = {}): string {
    return `[[Model]]\n    ${this.model.name}\n${fitReport(this.#reported(), options)}`;
  }

  /** The same as tables of HTML, with all names escaped. */
  toHTML(): string {
    return resultHtml(this.#reported(), this.model.name);
  }

  /** The report; `console.log(String(result))`. */
  toString(): string {
    return this.fitReport();
  }

  /**
   * What the solver found, as it is stored.
   *
   * @internal
   */
  outcome(): FitOutcome {
    return this.#outcome;
  }

  /** An aborted fit has no statistics, and its report says so. */
  #reported(): Reported {
    if (this.ndata > 0) return this;
    const unknown = { chisqr: undefined, redchi: undefined, aic: undefined, bic: undefined };
    const { params, method, nfev, ndata, nvarys, rsquared, errorbars } = this;
    return { params, method, nfev, ndata, nvarys, rsquared, errorbars, ...unknown };
  }

  #ownValues(valueOf: (name: string) => number): Record<K, number> {
    const names = this.#input.component.parts.flatMap(({ prefix, model }) => model.params.map((name) => prefix + name));
    const known = names.filter((name) => this.params.has(name));
    return Object.fromEntries(known.map((name) => [name, valueOf(name)])) as Record<K, number>;
  }

  #with(given: Readonly<Record<string, Numbers>>): ReadonlyMap<string, Float64Array> {
    const { independentVars } = this.#input.component;
    const unknown = Object.keys(given).find((name) => !independentVars.includes(name));
    if (unknown !== undefined) {
      throw new FitError(`The model has no independent variable '${unknown}'; it has ${independentVars.join(', ')}.`);
    }
    return independentArrays(independentVars, { ...this.independent, ...given });
  }

  #refit(params: ParameterSet): number {
    const outcome = run(fitSteps({ ...this.#input, params }));
    return outcome.statistics?.chisqr ?? NaN;
  }
}

Object.defineProperty(ModelResult.prototype, Symbol.for('livesky.fit.1'), { value: true });
Object.defineProperty(ModelResult.prototype, Symbol.for('Jupyter.display'), {
  value(this: ModelResult) {
    return { 'text/plain': this.fitReport(), 'text/html': this.toHTML() };
  },
});

function startOf<K extends string>(params: Parameters<K>): Parameters<K> {
  const start = params.copy();
  for (const parameter of start.values()) {
    parameter.stderr = null;
    parameter.correl = null;
    if (parameter.expr === null && parameter.initValue !== null) parameter.value = parameter.initValue;
  }
  return start;
}

function withoutNan(covar: readonly (readonly number[])[]): number[][] {
  return covar.map((row) => row.map((each) => (Number.isNaN(each) ? 0 : each)));
}
