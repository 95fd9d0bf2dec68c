import { FitError } from '../fit-error.js';
import {
  CONSTANT,
  exponentialAt,
  exponentialSlope,
  linearAt,
  linearSlope,
  parabolicAt,
  parabolicSlope,
  POLYNOMIAL,
  powerlawAt,
  powerlawSlope,
} from '../lineshapes/elementary.js';
import { sineAt, sineSlope } from '../lineshapes/oscillators.js';
import { splineKernel, splineKnots } from '../lineshapes/spline.js';
import { rectangleAt, stepAt } from '../lineshapes/steps.js';
import type { StepForm } from '../lineshapes/steps.js';
import { boseAt, fermiAt, thermalDistributionAt } from '../lineshapes/thermal.js';
import type { ThermalForm } from '../lineshapes/thermal.js';
import { BuiltInModel, kernelOf } from './built-in-model.js';
import type { BuiltInOptions, Definition, Prefixed } from './built-in-model.js';
import {
  constantGuess,
  exponentialGuess,
  polynomialGuess,
  powerlawGuess,
  rectangleGuess,
  sineGuess,
  splineGuess,
  stepGuess,
  thermalGuess,
} from './guesses.js';

const CONSTANT_DEFINITION: Definition = {
  name: 'constant',
  params: { c: 0 },
  kernel: CONSTANT,
  guess: constantGuess,
};

/** The same number everywhere. */
export class ConstantModel<P extends string = ''> extends BuiltInModel<Prefixed<P, 'c'>, 'x'> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(CONSTANT_DEFINITION, options);
  }
}

const LINEAR_DEFINITION: Definition = {
  name: 'linear',
  params: { slope: 1, intercept: 0 },
  kernel: kernelOf(linearAt, linearSlope),
  guess: (input) => polynomialGuess(input, ['slope', 'intercept']),
};

/** `slope * x + intercept`. */
export class LinearModel<P extends string = ''> extends BuiltInModel<Prefixed<P, 'slope' | 'intercept'>, 'x'> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(LINEAR_DEFINITION, options);
  }
}

const QUADRATIC_DEFINITION: Definition = {
  name: 'parabolic',
  params: { a: 0, b: 0, c: 0 },
  kernel: kernelOf(parabolicAt, parabolicSlope),
  guess: (input) => polynomialGuess(input, ['a', 'b', 'c']),
};

/** `a * x**2 + b * x + c`. */
export class QuadraticModel<P extends string = ''> extends BuiltInModel<Prefixed<P, 'a' | 'b' | 'c'>, 'x'> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(QUADRATIC_DEFINITION, options);
  }
}

/** Another name of {@link QuadraticModel}. */
export class ParabolicModel<P extends string = ''> extends QuadraticModel<P> {}

/** The highest degree that lmfit's polynomials have. */
const HIGHEST_DEGREE = 7;

function polynomialDefinition(degree: number): Definition {
  if (!Number.isInteger(degree) || degree < 0 || degree > HIGHEST_DEGREE) {
    throw new FitError(`degree must be an integer equal to or smaller than ${HIGHEST_DEGREE}.`);
  }
  const names = Array.from({ length: degree + 1 }, (_, k) => `c${k}`);
  return {
    name: 'polynomial',
    params: Object.fromEntries(names.map((name) => [name, undefined])),
    kernel: POLYNOMIAL,
    guess: (input) => polynomialGuess(input, names.toReversed()),
  };
}

/**
 * A polynomial with the coefficients `c0`, `c1`, ...
 *
 * @example
 * new PolynomialModel({ degree: 3 })
 */
export class PolynomialModel<P extends string = ''> extends BuiltInModel<Prefixed<P, `c${number}`>, 'x'> {
  constructor({ degree = HIGHEST_DEGREE, ...options }: BuiltInOptions<P> & { degree?: number } = {}) {
    super(polynomialDefinition(degree), options);
  }
}

const MOST_KNOTS = 100;

function splineDefinition(knots: readonly number[]): Definition {
  if (knots.length > MOST_KNOTS) throw new FitError(`SplineModel supports up to ${MOST_KNOTS} knots`);
  if (knots.length < 4) throw new FitError('SplineModel needs at least 4 knots.');
  return {
    name: 'spline_model',
    params: Object.fromEntries(knots.map((_, i) => [`s${i}`, 1])),
    kernel: splineKernel(splineKnots(knots)),
    guess: (input) => splineGuess(input, knots),
  };
}

/**
 * A cubic spline with a coefficient `s0`, `s1`, ... for each knot.
 *
 * @example
 * new SplineModel({ xknots: [0, 1, 2, 3, 4, 5] })
 */
export class SplineModel<P extends string = ''> extends BuiltInModel<Prefixed<P, `s${number}`>, 'x'> {
  constructor({ xknots, ...options }: BuiltInOptions<P> & { xknots: ArrayLike<number> }) {
    super(splineDefinition(Array.from(xknots)), options);
  }
}

const SINE_DEFINITION: Definition = {
  name: 'sine',
  params: { amplitude: 1, frequency: 1, shift: 0 },
  kernel: kernelOf(sineAt, sineSlope),
  hints: () => ({
    amplitude: { min: 0 },
    frequency: { min: 0 },
    shift: { min: -2 * Math.PI - 1e-5, max: 2 * Math.PI + 1e-5 },
  }),
  guess: sineGuess,
};

/** `amplitude * sin(x * frequency + shift)`. */
export class SineModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'frequency' | 'shift'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(SINE_DEFINITION, options);
  }
}

const EXPONENTIAL_DEFINITION: Definition = {
  name: 'exponential',
  params: { amplitude: 1, decay: 1 },
  kernel: kernelOf(exponentialAt, exponentialSlope),
  guess: exponentialGuess,
};

/** `amplitude * exp(-x / decay)`. */
export class ExponentialModel<P extends string = ''> extends BuiltInModel<Prefixed<P, 'amplitude' | 'decay'>, 'x'> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(EXPONENTIAL_DEFINITION, options);
  }
}

const POWER_LAW_DEFINITION: Definition = {
  name: 'powerlaw',
  params: { amplitude: 1, exponent: 1 },
  kernel: kernelOf(powerlawAt, powerlawSlope),
  guess: powerlawGuess,
};

/** `amplitude * x ** exponent`. */
export class PowerLawModel<P extends string = ''> extends BuiltInModel<Prefixed<P, 'amplitude' | 'exponent'>, 'x'> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(POWER_LAW_DEFINITION, options);
  }
}

function stepDefinition(form: StepForm): Definition {
  stepAt(0, 1, 0, 1, form); // refuses what is no form
  return {
    name: 'step',
    params: { amplitude: 1, center: 0, sigma: 1 },
    kernel: kernelOf((x, amplitude, center, sigma) => stepAt(x, amplitude, center, sigma, form)),
    options: { form },
    guess: stepGuess,
  };
}

/**
 * A step from 0 to `amplitude` at `center`; it falls where `sigma` is negative.
 *
 * @example
 * new StepModel({ form: 'erf' })
 */
export class StepModel<P extends string = ''> extends BuiltInModel<Prefixed<P, 'amplitude' | 'center' | 'sigma'>, 'x'> {
  constructor({ form = 'linear', ...options }: BuiltInOptions<P> & { form?: StepForm } = {}) {
    super(stepDefinition(form), options);
  }
}

function rectangleDefinition(form: StepForm): Definition {
  rectangleAt(0, 1, 0, 1, 1, 1, form); // refuses what is no form
  return {
    name: 'rectangle',
    params: { amplitude: 1, center1: 0, sigma1: 1, center2: 1, sigma2: 1 },
    kernel: kernelOf((x, amplitude, center1, sigma1, center2, sigma2) =>
      rectangleAt(x, amplitude, center1, sigma1, center2, sigma2, form),
    ),
    options: { form },
    hints: (named) => ({
      center1: {},
      center2: {},
      midpoint: { expr: `(${named('center1')}+${named('center2')})/2.0` },
    }),
    guess: rectangleGuess,
  };
}

/** A step up at `center1` and down at `center2`. */
export class RectangleModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center1' | 'sigma1' | 'center2' | 'sigma2' | 'midpoint'>,
  'x'
> {
  constructor({ form = 'linear', ...options }: BuiltInOptions<P> & { form?: StepForm } = {}) {
    super(rectangleDefinition(form), options);
  }
}

const THERMAL = { amplitude: 1, center: 0, kt: 1 };

function thermalDefinition(form: ThermalForm): Definition {
  thermalDistributionAt(0, 1, 0, 1, form); // refuses what is no form
  return {
    name: 'thermal_distribution',
    params: THERMAL,
    kernel: kernelOf((x, amplitude, center, kt) => thermalDistributionAt(x, amplitude, center, kt, form)),
    options: { form },
    guess: thermalGuess,
  };
}

/** A distribution of Bose, Maxwell or Fermi. */
export class ThermalDistributionModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'kt'>,
  'x'
> {
  constructor({ form = 'bose', ...options }: BuiltInOptions<P> & { form?: ThermalForm } = {}) {
    super(thermalDefinition(form), options);
  }
}

const BOSE_DEFINITION: Definition = {
  name: 'bose',
  params: THERMAL,
  kernel: kernelOf(boseAt),
  guess: thermalGuess,
};

/** Bose and Einstein's distribution. */
export class BoseModel<P extends string = ''> extends BuiltInModel<Prefixed<P, 'amplitude' | 'center' | 'kt'>, 'x'> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(BOSE_DEFINITION, options);
  }
}

const FERMI_DEFINITION: Definition = {
  name: 'fermi',
  params: THERMAL,
  kernel: kernelOf(fermiAt),
  guess: thermalGuess,
};

/** Fermi and Dirac's distribution. */
export class FermiModel<P extends string = ''> extends BuiltInModel<Prefixed<P, 'amplitude' | 'center' | 'kt'>, 'x'> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(FERMI_DEFINITION, options);
  }
}
