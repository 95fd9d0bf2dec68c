import { GAUSSIAN, GAUSSIAN_2D } from '../lineshapes/gaussian.js';
import { LORENTZIAN, PVOIGT, splitLorentzianAt } from '../lineshapes/lorentzian.js';
import { moffatAt, pearson4At, pearson7At, studentsTAt } from '../lineshapes/other-peaks.js';
import { voigtAt, voigtSlope } from '../lineshapes/voigt.js';
import { fixed } from '../../text/index.js';
import { BuiltInModel, kernelOf } from './built-in-model.js';
import type { BuiltInOptions, Definition, Prefixed } from './built-in-model.js';
import { peak2dGuess, peakGuess } from './guesses.js';

type Named = (name: string) => string;

const PEAK = { amplitude: 1, center: 0, sigma: 1 };
const POSITIVE = { min: 0 };

/** `2.3548200*sigma` */
export function widthExpression(factor: number, named: Named): string {
  return `${fixed(factor, 7)}*${named('sigma')}`;
}

/** `0.3989423*amplitude/max(1e-15, sigma)` */
export function heightExpression(factor: number, named: Named): string {
  return `${fixed(factor, 7)}*${named('amplitude')}/max(1e-15, ${named('sigma')})`;
}

const GAUSSIAN_WIDTH = 2 * Math.sqrt(2 * Math.LN2);

const GAUSSIAN_DEFINITION: Definition = {
  name: 'gaussian',
  params: PEAK,
  kernel: GAUSSIAN,
  hints: (named) => ({
    sigma: POSITIVE,
    fwhm: { expr: widthExpression(GAUSSIAN_WIDTH, named) },
    height: { expr: heightExpression(1 / Math.sqrt(2 * Math.PI), named) },
  }),
  guess: (input) => peakGuess(input),
};

/**
 * A Gaussian of area `amplitude`, with `fwhm` and `height` following from it.
 *
 * @example
 * const model = new GaussianModel()
 * const result = model.fit(y, model.guess(y, { x }), { x })
 */
export class GaussianModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'fwhm' | 'height'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(GAUSSIAN_DEFINITION, options);
  }
}

const GAUSSIAN_2D_DEFINITION: Definition = {
  name: 'gaussian2d',
  independentVars: ['x', 'y'],
  params: { amplitude: 1, centerx: 0, centery: 0, sigmax: 1, sigmay: 1 },
  kernel: GAUSSIAN_2D,
  hints: (named) => ({
    sigmax: POSITIVE,
    sigmay: POSITIVE,
    fwhmx: { expr: `${fixed(GAUSSIAN_WIDTH, 7)}*${named('sigmax')}` },
    fwhmy: { expr: `${fixed(GAUSSIAN_WIDTH, 7)}*${named('sigmay')}` },
    height: {
      expr:
        `${fixed(1 / (2 * Math.PI), 7)}*${named('amplitude')}/(max(1e-15, ${named('sigmax')})` +
        `*max(1e-15, ${named('sigmay')}))`,
    },
  }),
  guess: peak2dGuess,
};

/** A Gaussian in x and y, of volume `amplitude`. */
export class Gaussian2dModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'centerx' | 'centery' | 'sigmax' | 'sigmay' | 'fwhmx' | 'fwhmy' | 'height'>,
  'x' | 'y'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(GAUSSIAN_2D_DEFINITION, options);
  }
}

const LORENTZIAN_DEFINITION: Definition = {
  name: 'lorentzian',
  params: PEAK,
  kernel: LORENTZIAN,
  hints: (named) => ({
    sigma: POSITIVE,
    fwhm: { expr: widthExpression(2, named) },
    height: { expr: heightExpression(1 / Math.PI, named) },
  }),
  guess: (input) => peakGuess(input, { ampscale: 1.25 }),
};

/** A Lorentzian of area `amplitude`. */
export class LorentzianModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'fwhm' | 'height'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(LORENTZIAN_DEFINITION, options);
  }
}

const SPLIT_LORENTZIAN_DEFINITION: Definition = {
  name: 'split_lorentzian',
  params: { ...PEAK, sigma_r: 1 },
  kernel: kernelOf(splitLorentzianAt),
  hints: (named) => {
    const width = `${named('sigma')}+${named('sigma_r')}`;
    return {
      sigma: POSITIVE,
      sigma_r: POSITIVE,
      fwhm: { expr: width },
      height: { expr: `2*${named('amplitude')}/3.1415927/max(0.0000000, (${width}))` },
    };
  },
  guess: (input) => {
    const { sigma = 1, ...rest } = peakGuess(input, { ampscale: 1.25 });
    return { ...rest, sigma, sigma_r: sigma };
  },
};

/** A Lorentzian with width `sigma` left of its center and `sigma_r` right of it. */
export class SplitLorentzianModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'sigma_r' | 'fwhm' | 'height'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(SPLIT_LORENTZIAN_DEFINITION, options);
  }
}

const VOIGT_DEFINITION: Definition = {
  name: 'voigt',
  params: { ...PEAK, gamma: undefined },
  kernel: kernelOf(voigtAt, voigtSlope),
  hints: (named) => {
    const [a, s, g] = [named('amplitude'), named('sigma'), named('gamma')];
    return {
      sigma: POSITIVE,
      gamma: { expr: s },
      fwhm: { expr: `1.0692*${g}+sqrt(0.8664*${g}**2+5.545083*${s}**2)` },
      height: {
        expr: `(${a}/(max(1e-15, ${s}*sqrt(2*pi))))*real(wofz((1j*${g})/(max(1e-15, ${s}*sqrt(2)))))`,
      },
    };
  },
  guess: (input) => peakGuess(input, { ampscale: 1.5, sigscale: 0.65 }),
};

/** A Voigt profile of area `amplitude`; `gamma` follows `sigma` unless it is let go. */
export class VoigtModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'gamma' | 'fwhm' | 'height'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(VOIGT_DEFINITION, options);
  }
}

const PSEUDO_VOIGT_DEFINITION: Definition = {
  name: 'pvoigt',
  params: { ...PEAK, fraction: 0.5 },
  kernel: PVOIGT,
  hints: (named) => {
    const [a, s, f] = [named('amplitude'), named('sigma'), named('fraction')];
    return {
      sigma: POSITIVE,
      fraction: { value: 0.5, min: 0, max: 1 },
      fwhm: { expr: widthExpression(2, named) },
      height: {
        expr: `(((1-${f})*${a})/max(1e-15, (${s}*sqrt(pi/log(2))))+(${f}*${a})/max(1e-15, (pi*${s})))`,
      },
    };
  },
  guess: (input) => ({
    ...peakGuess(input, { ampscale: 1.25 }),
    fraction: { value: 0.5, min: 0, max: 1 },
  }),
};

/** A Gaussian and a Lorentzian of the same width; `fraction` is the Lorentzian's share. */
export class PseudoVoigtModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'fraction' | 'fwhm' | 'height'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(PSEUDO_VOIGT_DEFINITION, options);
  }
}

const MOFFAT_DEFINITION: Definition = {
  name: 'moffat',
  params: { ...PEAK, beta: 1 },
  kernel: kernelOf(moffatAt),
  hints: (named) => ({
    sigma: POSITIVE,
    beta: {},
    fwhm: { expr: `2*${named('sigma')}*sqrt(2**(1.0/max(1e-3, ${named('beta')}))-1)` },
    height: { expr: named('amplitude') },
  }),
  guess: (input) => peakGuess(input, { ampscale: 0.5 }),
};

/** Moffat's profile, of height `amplitude`. */
export class MoffatModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'beta' | 'fwhm' | 'height'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(MOFFAT_DEFINITION, options);
  }
}

const PEARSON4_DEFINITION: Definition = {
  name: 'pearson4',
  params: { ...PEAK, expon: 1, skew: 0 },
  kernel: kernelOf(pearson4At),
  hints: (named) => {
    const [a, c, s, m, v] = [
      named('amplitude'),
      named('center'),
      named('sigma'),
      named('expon'),
      named('skew'),
    ] as const;
    return {
      expon: { value: 1.5, min: 0.5 + 1e-15, max: 1000 },
      skew: { value: 0, min: -1000, max: 1000 },
      fwhm: { expr: `${s}*sqrt(2**(1/${m})-1)*pi/arctan2(exp(1)*${m}, ${v})` },
      height: {
        expr:
          `(${a} / ${s}) * exp(2 * (real(loggammafcn(${m} + ${v} * 0.5j)) - loggammafcn(${m})) - ` +
          `betalnfnc(${m}-0.5, 0.5) - ${m} * log1p(square(${v}/(2*${m}))) - ${v} * arctan(-${v}/(2*${m})))`,
      },
      position: { expr: `${c}-${s}*${v}/(2*${m})` },
    };
  },
  guess: (input) => ({ ...peakGuess(input), expon: 1.5, skew: 0 }),
};

/** Pearson's distribution of type IV. */
export class Pearson4Model<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'expon' | 'skew' | 'fwhm' | 'height' | 'position'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(PEARSON4_DEFINITION, options);
  }
}

const PEARSON7_DEFINITION: Definition = {
  name: 'pearson7',
  params: { ...PEAK, expon: 1 },
  kernel: kernelOf(pearson7At),
  hints: (named) => {
    const [a, s, m] = [named('amplitude'), named('sigma'), named('expon')];
    return {
      expon: { value: 1.5, max: 100 },
      fwhm: { expr: `sqrt(2**(1/${m})-1)*2*${s}` },
      height: { expr: `${a} * gamfcn(${m})/max(1e-15, (gamfcn(0.5)*gamfcn(${m}-0.5)*${s}))` },
    };
  },
  guess: (input) => ({ ...peakGuess(input), expon: 1.5 }),
};

/** Pearson's distribution of type VII. */
export class Pearson7Model<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'expon' | 'fwhm' | 'height'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(PEARSON7_DEFINITION, options);
  }
}

const STUDENTS_T_DEFINITION: Definition = {
  name: 'students_t',
  params: PEAK,
  kernel: kernelOf(studentsTAt),
  hints: (named) => {
    const [a, s] = [named('amplitude'), named('sigma')];
    return {
      sigma: { min: 0, max: 100 },
      height: { expr: `${a}*gamfcn((${s}+1)/2)/(sqrt(${s}*pi)*gamfcn(${s}/2))` },
      fwhm: { expr: `2*sqrt(2**(2/(${s}+1))*${s}-${s})` },
    };
  },
  guess: (input) => peakGuess(input),
};

/** Student's t distribution with `sigma` degrees of freedom. */
export class StudentsTModel<P extends string = ''> extends BuiltInModel<
  Prefixed<P, 'amplitude' | 'center' | 'sigma' | 'height' | 'fwhm'>,
  'x'
> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(STUDENTS_T_DEFINITION, options);
  }
}
