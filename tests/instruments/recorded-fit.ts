import {
  ConstantModel,
  ExponentialModel,
  Gaussian2dModel,
  GaussianModel,
  LinearModel,
  LorentzianModel,
  Model,
  Parameters,
  PolynomialModel,
  PowerLawModel,
  PseudoVoigtModel,
  QuadraticModel,
  RectangleModel,
  SineModel,
  StepModel,
  VoigtModel,
} from '../../src/fitting/index.js';
import type { FitOptions, ModelResult } from '../../src/fitting/index.js';

/** A number as the recordings write it: infinities are texts, null is none. */
export type Recorded = number | string | null;

export interface RecordedParameter {
  name: string;
  value: Recorded;
  vary: boolean;
  min: Recorded;
  max: Recorded;
  expr: string | null;
  init_value: Recorded;
  stderr?: number | null;
  correl?: Record<string, number> | null;
}

/** A fit by lmfit, with everything that came of it. */
export interface RecordedFit {
  name: string;
  model: {
    repr: string;
    independent_vars: string[];
    param_names: string[];
    nan_policy: 'raise' | 'omit';
    components: { func: string; prefix: string; opts: { form?: 'linear' } }[];
  };
  data: (number | null)[];
  independent: Record<string, number[]>;
  weights: number[] | null;
  init_params: RecordedParameter[];
  fit_options: { max_nfev?: number; scale_covar?: boolean; nan_policy?: 'omit' };
  expected: {
    success: boolean;
    aborted: boolean;
    errorbars: boolean;
    ier: number;
    message: string;
    lmdif_message: string;
    nfev: number;
    nvarys: number;
    ndata: number;
    nfree: number;
    chisqr: number;
    redchi: number;
    aic: number;
    bic: number;
    rsquared: number;
    var_names: string[];
    init_vals: number[];
    init_values: Record<string, number>;
    best_values: Record<string, number>;
    values: Record<string, number>;
    params: Record<string, RecordedParameter>;
    covar: number[][] | null;
    best_fit: number[];
    init_fit: number[];
    residual: number[];
    uvars: Record<string, [number, number]> | null;
    fit_report: string;
    fit_report_all: string;
    fit_report_table: string | null;
    components: Record<string, number[]>;
    eval_uncertainty?: Record<string, number[]>;
    dely_predicted_1?: number[];
  };
  compare: {
    values_rtol: number | null;
    stderr_rtol: number | null;
    chisqr_rtol: number | null;
    chisqr_atol?: number;
    nfev: string;
  };
}

export function recordedNumber(value: Recorded, none: number): number {
  return value === null ? none : Number(value);
}

/** The user's functions of the recordings. */
const USER_FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  'gaussian/A,sigma,x0': function gaussian(...v) {
    const [x, A, sigma, x0] = v as [number, number, number, number];
    return A * Math.exp(-((x - x0) ** 2) / (2 * sigma ** 2));
  },
  'gaussian2d/A,sigma,x0,y0': function gaussian2d(...v) {
    const [x, y, A, sigma, x0, y0] = v as [number, number, number, number, number, number];
    return A * Math.exp(-((x - x0) ** 2 + (y - y0) ** 2) / (2 * sigma ** 2));
  },
  'line/a,b': function line(...v) {
    const [x, a, b] = v as [number, number, number];
    return a * x + b;
  },
};

type Part = RecordedFit['model']['components'][number];

const BUILT_IN: Readonly<Record<string, (part: Part) => unknown>> = {
  gaussian: ({ prefix }) => new GaussianModel({ prefix }),
  gaussian2d: ({ prefix }) => new Gaussian2dModel({ prefix }),
  lorentzian: ({ prefix }) => new LorentzianModel({ prefix }),
  voigt: ({ prefix }) => new VoigtModel({ prefix }),
  pvoigt: ({ prefix }) => new PseudoVoigtModel({ prefix }),
  linear: ({ prefix }) => new LinearModel({ prefix }),
  parabolic: ({ prefix }) => new QuadraticModel({ prefix }),
  polynomial: ({ prefix }) => new PolynomialModel({ prefix, degree: 4 }),
  constant: ({ prefix }) => new ConstantModel({ prefix }),
  exponential: ({ prefix }) => new ExponentialModel({ prefix }),
  powerlaw: ({ prefix }) => new PowerLawModel({ prefix }),
  sine: ({ prefix }) => new SineModel({ prefix }),
  step: ({ prefix, opts }) => new StepModel({ prefix, ...opts }),
  rectangle: ({ prefix, opts }) => new RectangleModel({ prefix, ...opts }),
};

/** The model of a recording. */
export function modelOf({ model }: Pick<RecordedFit, 'model'>): Model {
  const { components, independent_vars, param_names, repr } = model;
  const f = USER_FUNCTIONS[`${components[0]?.func}/${param_names.join(',')}`];
  const userMade = components.length === 1 && f !== undefined;
  if (userMade) return new Model(f, { independentVars: independent_vars, params: param_names });
  const [first, ...rest] = components.map((part) => (BUILT_IN[part.func] as (each: Part) => Model)(part));
  const operators = Array.from(repr.matchAll(/\) ([-+*/]) /g), ([, operator]) => operator);
  return rest.reduce((left, right, i) => combine(left, operators[i] as string, right), first as Model);
}

function combine(left: Model, operator: string, right: Model): Model {
  if (operator === '+') return left.add(right);
  if (operator === '-') return left.subtract(right);
  return operator === '*' ? left.multiply(right) : left.divide(right);
}

/** Parameters as they were recorded. */
export function paramsOf(states: readonly RecordedParameter[]): Parameters {
  const params = new Parameters();
  for (const { name, value, vary, min, max, expr } of states) {
    const bounds = { min: recordedNumber(min, -Infinity), max: recordedNumber(max, Infinity) };
    if (expr === null) params.add(name, { ...bounds, vary, value: recordedNumber(value, NaN) });
    else params.add(name, { ...bounds, expr });
  }
  return params;
}

/** Repeats a recorded fit. */
export function refit(recorded: RecordedFit, change: FitOptions = {}): ModelResult {
  const { max_nfev, scale_covar, nan_policy } = recorded.fit_options;
  const options: FitOptions = {
    weights: recorded.weights?.map((each) => each ?? NaN) ?? null,
    ...(max_nfev === undefined ? {} : { maxNfev: max_nfev }),
    ...(scale_covar === undefined ? {} : { scaleCovar: scale_covar }),
    ...(nan_policy === undefined ? {} : { nanPolicy: nan_policy }),
    ...change,
  };
  const data = recorded.data.map((each) => each ?? NaN);
  return modelOf(recorded).fit(data, paramsOf(recorded.init_params), recorded.independent, options);
}
