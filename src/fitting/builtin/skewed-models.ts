import { dampedOscillatorAt, dhoAt } from '../lineshapes/oscillators.js';
import { breitWignerAt, doniachAt, expgaussianAt, lognormalAt } from '../lineshapes/other-peaks.js';
import { skewedGaussianAt, skewedVoigtAt } from '../lineshapes/voigt.js';
import { BuiltInModel, kernelOf } from './built-in-model.js';
import type { BuiltInOptions, Definition, Prefixed } from './built-in-model.js';
import { peakGuess } from './guesses.js';
import { heightExpression, widthExpression } from './peak-models.js';

const PEAK = { amplitude: 1, center: 0, sigma: 1 };
const POSITIVE = { min: 0 };

const BREIT_WIGNER_DEFINITION: Definition = {
  name: 'breit_wigner',
  params: { ...PEAK, q: 1 },
  kernel: kernelOf(breitWignerAt),
  hints: () => ({ sigma: POSITIVE }),
  guess: (input) => ({ ...peakGuess(input), q: 1 }),
};

/** The Breit-Wigner-Fano profile. */
export class BreitWignerModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'q'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(BREIT_WIGNER_DEFINITION, options);
  }
}

const LOGNORMAL_DEFINITION: Definition = {
  name: 'lognormal',
  params: PEAK,
  kernel: kernelOf(lognormalAt),
  hints: (named) => {
    const [a, c, s] = [named('amplitude'), named('center'), named('sigma')];
    const edge = (sign: string): string => `exp(${c}-${s}**2${sign}${s}*sqrt(2*log(2)))`;
    return {
      sigma: POSITIVE,
      height: { expr: `${a}/max(1e-15, (${s}*sqrt(2*pi)))*exp(${s}**2/2-${c})` },
      fwhm: { expr: `${edge('+')}-${edge('-')}` },
    };
  },
  guess: () => ({ amplitude: 1, center: 0, sigma: { value: 0.25, min: 0 } }),
};

/** A log-normal distribution of area `amplitude`. */
export class LognormalModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'height' | 'fwhm'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(LOGNORMAL_DEFINITION, options);
  }
}

const DAMPED_OSCILLATOR_DEFINITION: Definition = {
  name: 'damped_oscillator',
  params: { amplitude: 1, center: 1, sigma: 0.1 },
  kernel: kernelOf(dampedOscillatorAt),
  hints: (named) => ({ sigma: POSITIVE, height: { expr: heightExpression(0.5, named) } }),
  guess: (input) => peakGuess(input, { ampscale: 0.1, sigscale: 0.1 }),
};

/** The amplitude of a damped oscillator over the driving frequency. */
export class DampedOscillatorModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'height'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(DAMPED_OSCILLATOR_DEFINITION, options);
  }
}

const DHO_DEFINITION: Definition = {
  name: 'dho',
  params: { amplitude: 1, center: 1, sigma: 1, gamma: 1 },
  kernel: kernelOf(dhoAt),
  hints: (named) => {
    const [a, c, s, g] = [named('amplitude'), named('center'), named('sigma'), named('gamma')];
    return {
      center: POSITIVE,
      sigma: POSITIVE,
      gamma: { min: 1e-19 },
      height: {
        expr:
          `(${a}*${s})/max(1e-15, (pi*(1-exp(-${c}/max(1e-15, ${g})))))*` +
          `(1/max(1e-15, ${s}**2)-1/max(1e-15, (4*${c}**2+${s}**2)))`,
      },
      fwhm: { expr: widthExpression(2, named) },
    };
  },
  guess: (input) => ({
    ...peakGuess(input, { ampscale: 0.1, sigscale: 0.1 }),
    gamma: { value: 1, min: 0 },
  }),
};

/** The spectrum of a damped harmonic oscillator with Bose's factor. */
export class DampedHarmonicOscillatorModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'gamma' | 'height' | 'fwhm'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(DHO_DEFINITION, options);
  }
}

const EXPONENTIAL_GAUSSIAN_DEFINITION: Definition = {
  name: 'expgaussian',
  params: { ...PEAK, gamma: 1 },
  kernel: kernelOf(expgaussianAt),
  hints: () => ({ sigma: POSITIVE, gamma: { min: 0, max: 20 } }),
  guess: (input) => peakGuess(input),
};

/** A Gaussian with an exponential tail. */
export class ExponentialGaussianModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'gamma'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(EXPONENTIAL_GAUSSIAN_DEFINITION, options);
  }
}

const SKEWED_GAUSSIAN_DEFINITION: Definition = {
  name: 'skewed_gaussian',
  params: { ...PEAK, gamma: 0 },
  kernel: kernelOf(skewedGaussianAt),
  hints: () => ({ sigma: POSITIVE }),
  guess: (input) => peakGuess(input),
};

/** A Gaussian, skewed by an error function. */
export class SkewedGaussianModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'gamma'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(SKEWED_GAUSSIAN_DEFINITION, options);
  }
}

const SKEWED_VOIGT_DEFINITION: Definition = {
  name: 'skewed_voigt',
  params: { ...PEAK, skew: 0, gamma: undefined },
  kernel: kernelOf((x, amplitude, center, sigma, skew, gamma) =>
    skewedVoigtAt(x, amplitude, center, sigma, gamma, skew),
  ),
  hints: (named) => ({ sigma: POSITIVE, gamma: { expr: named('sigma') } }),
  guess: (input) => peakGuess(input),
};

/** A Voigt profile, skewed by an error function. */
export class SkewedVoigtModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'skew' | 'gamma'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(SKEWED_VOIGT_DEFINITION, options);
  }
}

const DONIACH_DEFINITION: Definition = {
  name: 'doniach',
  params: { ...PEAK, gamma: 0 },
  kernel: kernelOf(doniachAt),
  hints: (named) => {
    const [a, s, g] = [named('amplitude'), named('sigma'), named('gamma')];
    return { height: { expr: `${a}/max(1e-15, (${s}**(1-${g})))*cos(pi*${g}/2)` } };
  },
  guess: (input) => peakGuess(input, { ampscale: 0.5 }),
};

/** Doniach and Sunjic's asymmetric profile of photoemission. */
export class DoniachModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'gamma' | 'height'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(DONIACH_DEFINITION, options);
  }
}
