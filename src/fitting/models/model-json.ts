import * as curves from '../builtin/curve-models.js';
import * as peaks from '../builtin/peak-models.js';
import * as skewed from '../builtin/skewed-models.js';
import { ExpressionModel } from '../builtin/expression-model.js';
import { FitError } from '../fit-error.js';
import type { NanPolicy } from '../fit/fit-options.js';
import { readPythonJson, writePythonJson } from '../python-json.js';
import { Model } from './model.js';
import type { ModelDescription } from './model.js';
import type { ScalarFunction } from './model-function.js';

/** The user's functions that stored models are of, by name. */
export type KnownFunctions = Readonly<Record<string, ScalarFunction>>;

/** A model as JSON text: what it is made of and its hints, but no code. */
export function dumpModel<K extends string, X extends string>(model: Model<K, X>): string {
  return writePythonJson(model.describe());
}

/**
 * The model that {@link dumpModel} wrote.
 *
 * @param functions - the functions of the user's own models, by name, since code is never stored
 *
 * @example
 * const text = dumpModel(model)
 * const again = loadModel(text, { gaussian })
 */
export function loadModel(text: string, functions: KnownFunctions = {}): Model {
  return modelOf(readPythonJson(text) as ModelDescription, functions);
}

/** The model of a description; what is none is refused. */
export function modelOf(description: ModelDescription, functions: KnownFunctions): Model {
  if (typeof description !== 'object' || description === null) throw new FitError('This is not JSON of a model.');
  if ('operator' in description) {
    const left = modelOf(description.left, functions);
    const right = modelOf(description.right, functions);
    const join = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const;
    if (!Object.hasOwn(join, description.operator)) throw unknownModel(String(description.operator));
    return left[join[description.operator]](right);
  }
  const model = simpleModel(description, functions);
  for (const [name, hint] of Object.entries(description.hints)) model.setParamHint(name, hint);
  return model;
}

type Simple = Exclude<ModelDescription, { operator: unknown }>;

function simpleModel(description: Simple, functions: KnownFunctions): Model {
  const { function: name, prefix, independentVars, params, options, expression } = description;
  const nanPolicy = description.nanPolicy as NanPolicy;
  if (expression !== undefined) return new ExpressionModel(expression, { independentVars, nanPolicy });
  const f = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (f) return new Model(f, { name, prefix, independentVars, params, nanPolicy });
  const make = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
  if (!make) throw unknownModel(name);
  return make({ ...options, prefix, nanPolicy }, description);
}

function unknownModel(name: string): FitError {
  return new FitError(`The function '${name}' of this model is not known; give it: loadModel(text, { ${name} }).`);
}

type Make = (options: object, description: Simple) => Model;

const plain =
  (of: new (options: never) => unknown): Make =>
  (options) =>
    new of(options as never) as Model;

const BUILT_IN: Readonly<Record<string, Make>> = {
  gaussian: plain(peaks.GaussianModel),
  gaussian2d: plain(peaks.Gaussian2dModel),
  lorentzian: plain(peaks.LorentzianModel),
  split_lorentzian: plain(peaks.SplitLorentzianModel),
  voigt: plain(peaks.VoigtModel),
  pvoigt: plain(peaks.PseudoVoigtModel),
  moffat: plain(peaks.MoffatModel),
  pearson4: plain(peaks.Pearson4Model),
  pearson7: plain(peaks.Pearson7Model),
  students_t: plain(peaks.StudentsTModel),
  breit_wigner: plain(skewed.BreitWignerModel),
  lognormal: plain(skewed.LognormalModel),
  damped_oscillator: plain(skewed.DampedOscillatorModel),
  dho: plain(skewed.DampedHarmonicOscillatorModel),
  expgaussian: plain(skewed.ExponentialGaussianModel),
  skewed_gaussian: plain(skewed.SkewedGaussianModel),
  skewed_voigt: plain(skewed.SkewedVoigtModel),
  doniach: plain(skewed.DoniachModel),
  constant: plain(curves.ConstantModel),
  linear: plain(curves.LinearModel),
  parabolic: plain(curves.QuadraticModel),
  sine: plain(curves.SineModel),
  exponential: plain(curves.ExponentialModel),
  powerlaw: plain(curves.PowerLawModel),
  step: plain(curves.StepModel),
  rectangle: plain(curves.RectangleModel),
  thermal_distribution: plain(curves.ThermalDistributionModel),
  bose: plain(curves.BoseModel),
  fermi: plain(curves.FermiModel),
  polynomial: (options, { params }) =>
    new curves.PolynomialModel({ ...options, degree: params.length - 1 }) as unknown as Model,
};
