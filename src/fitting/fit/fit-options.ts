import type { JacobianKind, SolverSettings } from '../least-squares/problem.js';
import { FitError } from '../fit-error.js';
import type { ParameterSet } from '../parameters/index.js';

/** What to do about NaN. */
export type NanPolicy = 'raise' | 'propagate' | 'omit';

/** How a fit is done; everything has a default. */
export interface FitOptions {
  /** What the differences are multiplied by: one number a point, or one for all. Default: 1. */
  weights?: ArrayLike<number> | number | null;
  /**
   * `'leastsq'`, the default, is MINPACK's Levenberg-Marquardt method; `'ml-levenberg-marquardt'` is the
   * package of that name, which has no stopping rule and solves fewer problems.
   */
  method?: 'leastsq' | 'ml-levenberg-marquardt';
  /**
   * Evaluations of the model after which the fit is given up. Default: 2000 for each parameter and one more,
   * and five times that with `precise`.
   */
  maxNfev?: number;
  /**
   * `'lmfit'`, the default, takes lmfit's path to the last evaluation; `'precise'` takes derivatives
   * centrally, or as the model knows them, and goes on until rounding stops it.
   */
  settings?: 'lmfit' | 'precise';
  /** Whether standard errors are scaled so that reduced chi-square is one. Default: `true`. */
  scaleCovar?: boolean;
  /** Changes the model's policy for NaN, for good. */
  nanPolicy?: NanPolicy;
  /**
   * `'transform'`, the default, replaces bounded parameters by unbounded ones as lmfit does;
   * `'active-set'` keeps to the bounds itself, which is better where the optimum lies on one.
   */
  bounds?: 'transform' | 'active-set';
  /** How derivatives are taken. Default: what `settings` says. */
  jacobian?: JacobianKind;
  /** Tolerances and steps of the solver, by MINPACK's names. */
  fitKws?: Partial<Pick<SolverSettings, 'ftol' | 'xtol' | 'gtol' | 'epsfcn' | 'factor'>>;
  /** Called after every evaluation; the fit is aborted when it returns `true`. */
  iterCb?: (params: ParameterSet, nfev: number, residual: Float64Array) => unknown;
  /** Where warnings go. Default: the console. */
  onWarning?: (text: string) => void;
}

const PRESETS: Readonly<
  Record<'lmfit' | 'precise', Pick<SolverSettings, 'ftol' | 'xtol' | 'gtol' | 'epsfcn' | 'factor'>>
> = {
  lmfit: { ftol: 1.5e-8, xtol: 1.5e-8, gtol: 0, epsfcn: 1e-10, factor: 100 },
  precise: { ftol: 1e-15, xtol: 1e-15, gtol: 0, epsfcn: Number.EPSILON, factor: 100 },
};

/** The solver's settings that the options ask for. */
export function solverSettings(
  { settings = 'lmfit', jacobian, fitKws = {} }: FitOptions,
  analyticKnown: boolean,
): Pick<SolverSettings, 'ftol' | 'xtol' | 'gtol' | 'epsfcn' | 'factor' | 'jacobian'> {
  const byDefault = settings === 'lmfit' ? 'forward' : analyticKnown ? 'analytic' : 'central';
  return { ...PRESETS[settings], ...fitKws, jacobian: jacobian ?? byDefault };
}

const CHOICES = {
  method: ['leastsq', 'ml-levenberg-marquardt'],
  settings: ['lmfit', 'precise'],
  bounds: ['transform', 'active-set'],
  jacobian: ['forward', 'central', 'analytic'],
} as const;

const KNOWN: readonly string[] = [
  ...Object.keys(CHOICES),
  ...['weights', 'maxNfev', 'scaleCovar', 'nanPolicy', 'fitKws', 'iterCb', 'onWarning'],
];

/** Refuses options that nobody knows, and values that they cannot have. */
export function checkOptions(options: FitOptions): void {
  for (const name of Object.keys(options)) {
    if (!KNOWN.includes(name)) throw new FitError(`fit() has no option '${name}'; it has ${KNOWN.join(', ')}.`);
  }
  for (const [name, choices] of Object.entries(CHOICES) as [keyof typeof CHOICES, readonly string[]][]) {
    const value = options[name];
    if (value !== undefined && !choices.includes(value)) {
      throw new FitError(`The option ${name} of fit() must be ${choices.join(' or ')}, not ${String(value)}.`);
    }
  }
  if (options.nanPolicy !== undefined) checkNanPolicy(options.nanPolicy);
  const { maxNfev } = options;
  if (maxNfev !== undefined && !(maxNfev >= 1)) {
    throw new FitError(`The option maxNfev of fit() must be a number of at least 1, not ${String(maxNfev)}.`);
  }
}

/** Refuses what is no policy. */
export function checkNanPolicy(policy: unknown): void {
  if (policy === 'raise' || policy === 'propagate' || policy === 'omit') return;
  throw new FitError("nan_policy must be 'propagate', 'omit', or 'raise'.");
}
