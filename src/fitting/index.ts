/**
 * Fits as lmfit's users know them: parameters with bounds and expressions, models, built-in peaks and curves,
 * reports.
 *
 * @module
 */
export type { BuiltInOptions, Prefixed } from './builtin/built-in-model.js';
export { ComplexConstantModel } from './builtin/complex-constant-model.js';
export {
  BoseModel,
  ConstantModel,
  ExponentialModel,
  FermiModel,
  LinearModel,
  ParabolicModel,
  PolynomialModel,
  PowerLawModel,
  QuadraticModel,
  RectangleModel,
  SineModel,
  SplineModel,
  StepModel,
  ThermalDistributionModel,
} from './builtin/curve-models.js';
export { ExpressionModel } from './builtin/expression-model.js';
export type { ExpressionModelOptions } from './builtin/expression-model.js';
export {
  Gaussian2dModel,
  GaussianModel,
  LorentzianModel,
  MoffatModel,
  Pearson4Model,
  Pearson7Model,
  PseudoVoigtModel,
  SplitLorentzianModel,
  StudentsTModel,
  VoigtModel,
} from './builtin/peak-models.js';
export {
  BreitWignerModel,
  DampedHarmonicOscillatorModel,
  DampedOscillatorModel,
  DoniachModel,
  ExponentialGaussianModel,
  LognormalModel,
  SkewedGaussianModel,
  SkewedVoigtModel,
} from './builtin/skewed-models.js';
export type { FitOptions, NanPolicy } from './fit/fit-options.js';
export type { Numbers } from './fit/fit-input.js';
export { FitError } from './fit-error.js';
export { ExpressionError } from './expressions/index.js';
export type { Stepper } from './least-squares/levenberg-marquardt.js';
export type { Curve, Surface } from './lineshapes/curves.js';
export {
  bose,
  breitWigner,
  dampedOscillator,
  dho,
  doniach,
  expgaussian,
  exponential,
  expsine,
  fermi,
  gaussian,
  gaussian2d,
  linear,
  logistic,
  lognormal,
  lorentzian,
  moffat,
  parabolic,
  pearson4,
  pearson7,
  powerlaw,
  pvoigt,
  rectangle,
  sine,
  skewedGaussian,
  skewedVoigt,
  splitLorentzian,
  step,
  studentsT,
  thermalDistribution,
  voigt,
} from './lineshapes/curves.js';
export type { ParameterHint } from './models/component.js';
export { Model } from './models/model.js';
export type { ModelOptions } from './models/model-options.js';
export type { GuessOptions, Independent, ModelDescription, ResultKeys } from './models/model.js';
export { dumpModel, loadModel } from './models/model-json.js';
export type { KnownFunctions } from './models/model-json.js';
export { Parameter, ParameterError, Parameters } from './parameters/index.js';
export type { Guess, ParameterChanges, ParameterOptions, UncertainValue } from './parameters/index.js';
export type { CiReportOptions } from './results/ci-report.js';
export type { ConfidenceLimit, ConfidenceOptions } from './results/confidence.js';
export { fitReport } from './results/fit-report.js';
export type { ReportOptions } from './results/fit-report.js';
export { dumpModelResult, loadModelResult } from './results/result-json.js';
export { ModelResult } from './results/model-result.js';
export type { UncertaintyOptions } from './results/model-result.js';
