import { exponentialAt, linearAt, parabolicAt, powerlawAt } from './elementary.js';
import { gaussian2dAt, gaussianAt } from './gaussian.js';
import { lorentzianAt, pvoigtAt, splitLorentzianAt } from './lorentzian.js';
import { dampedOscillatorAt, dhoAt, expsineAt, sineAt } from './oscillators.js';
import {
  breitWignerAt,
  doniachAt,
  expgaussianAt,
  lognormalAt,
  moffatAt,
  pearson4At,
  pearson7At,
  studentsTAt,
} from './other-peaks.js';
import { logisticAt, rectangleAt, stepAt } from './steps.js';
import { boseAt, fermiAt, thermalDistributionAt } from './thermal.js';
import { skewedGaussianAt, skewedVoigtAt, voigtAt } from './voigt.js';

/** A line shape: of a number it is a number, of an array a `Float64Array`. */
export interface Curve<P extends readonly unknown[]> {
  (x: number, ...params: P): number;
  (x: ArrayLike<number>, ...params: P): Float64Array;
}

/** A line shape of two variables. */
export interface Surface<P extends readonly unknown[]> {
  (x: number, y: number, ...params: P): number;
  (x: ArrayLike<number>, y: ArrayLike<number>, ...params: P): Float64Array;
}

type Peak = [amplitude?: number, center?: number, sigma?: number];

function curve<P extends readonly unknown[]>(at: (x: number, ...params: P) => number): Curve<P> {
  const shape = (x: number | ArrayLike<number>, ...params: P): number | Float64Array =>
    typeof x === 'number' ? at(x, ...params) : Float64Array.from(x, (each) => at(each, ...params));
  return shape as Curve<P>;
}

function surface<P extends readonly unknown[]>(at: (x: number, y: number, ...params: P) => number): Surface<P> {
  const shape = (x: number | ArrayLike<number>, y: number | ArrayLike<number>, ...params: P): number | Float64Array => {
    if (typeof x === 'number') return at(x, y as number, ...params);
    return Float64Array.from(x, (each, i) => at(each, (y as ArrayLike<number>)[i] as number, ...params));
  };
  return shape as Surface<P>;
}

/**
 * A Gaussian of area `amplitude`: `amplitude / (sigma sqrt(2 pi)) exp(-(x - center)^2 / (2 sigma^2))`.
 *
 * @example
 * gaussian(0, 1, 0, 2)
 * gaussian([-1, 0, 1], 1, 0, 2) // a Float64Array
 */
export const gaussian: Curve<Peak> = curve(gaussianAt);
/** The product of a Gaussian in x and one in y, of volume `amplitude`. */
export const gaussian2d: Surface<
  [amplitude?: number, centerx?: number, centery?: number, sigmax?: number, sigmay?: number]
> = surface(gaussian2dAt);
/** A Lorentzian of area `amplitude`; `sigma` is half its width at half its height. */
export const lorentzian: Curve<Peak> = curve(lorentzianAt);
/** A Lorentzian with width `sigma` left of its center and `sigmaR` right of it. */
export const splitLorentzian: Curve<[amplitude?: number, center?: number, sigma?: number, sigmaR?: number]> =
  curve(splitLorentzianAt);
/** A Voigt profile of area `amplitude`; `gamma` is `sigma` unless it is given. */
export const voigt: Curve<[amplitude?: number, center?: number, sigma?: number, gamma?: number]> = curve(voigtAt);
/** A Gaussian and a Lorentzian of the same width; `fraction` is the Lorentzian's share. */
export const pvoigt: Curve<[amplitude?: number, center?: number, sigma?: number, fraction?: number]> = curve(pvoigtAt);
/** Moffat's profile: `amplitude / (((x - center) / sigma)^2 + 1)^beta`. */
export const moffat: Curve<[amplitude?: number, center?: number, sigma?: number, beta?: number]> = curve(moffatAt);
/** Pearson's distribution of type IV, of area `amplitude`. */
export const pearson4: Curve<[amplitude?: number, center?: number, sigma?: number, expon?: number, skew?: number]> =
  curve(pearson4At);
/** Pearson's distribution of type VII, of area `amplitude`. */
export const pearson7: Curve<[amplitude?: number, center?: number, sigma?: number, expon?: number]> = curve(pearson7At);
/** The Breit-Wigner-Fano profile. */
export const breitWigner: Curve<[amplitude?: number, center?: number, sigma?: number, q?: number]> =
  curve(breitWignerAt);
/** The amplitude of a damped oscillator over the driving frequency. */
export const dampedOscillator: Curve<Peak> = curve(dampedOscillatorAt);
/** The spectrum of a damped harmonic oscillator with Bose's factor for a temperature `gamma`. */
export const dho: Curve<[amplitude?: number, center?: number, sigma?: number, gamma?: number]> = curve(dhoAt);
/** A logistic curve from 0 to `amplitude`. */
export const logistic: Curve<Peak> = curve(logisticAt);
/** A log-normal distribution of area `amplitude`. */
export const lognormal: Curve<Peak> = curve(lognormalAt);
/** Student's t distribution with `sigma` degrees of freedom. */
export const studentsT: Curve<Peak> = curve(studentsTAt);
/** A Gaussian with an exponential tail of rate `gamma`. */
export const expgaussian: Curve<[amplitude?: number, center?: number, sigma?: number, gamma?: number]> =
  curve(expgaussianAt);
/** Doniach and Sunjic's asymmetric profile of photoemission. */
export const doniach: Curve<[amplitude?: number, center?: number, sigma?: number, gamma?: number]> = curve(doniachAt);
/** A Gaussian, skewed by an error function. */
export const skewedGaussian: Curve<[amplitude?: number, center?: number, sigma?: number, gamma?: number]> =
  curve(skewedGaussianAt);
/** A Voigt profile, skewed by an error function. */
export const skewedVoigt: Curve<[amplitude?: number, center?: number, sigma?: number, gamma?: number, skew?: number]> =
  curve(skewedVoigtAt);
/** A distribution of Bose, Maxwell or Fermi. */
export const thermalDistribution: Curve<
  [amplitude?: number, center?: number, kt?: number, form?: 'bose' | 'maxwell' | 'fermi']
> = curve(thermalDistributionAt);
/** Bose and Einstein's distribution. */
export const bose: Curve<[amplitude?: number, center?: number, kt?: number]> = curve(boseAt);
/** Fermi and Dirac's distribution. */
export const fermi: Curve<[amplitude?: number, center?: number, kt?: number]> = curve(fermiAt);
/** A step from 0 to `amplitude`, falling where `sigma` is negative. */
export const step: Curve<
  [amplitude?: number, center?: number, sigma?: number, form?: 'linear' | 'atan' | 'arctan' | 'erf' | 'logistic']
> = curve(stepAt);
/** A step up at `center1` and down at `center2`. */
export const rectangle: Curve<
  [
    amplitude?: number,
    center1?: number,
    sigma1?: number,
    center2?: number,
    sigma2?: number,
    form?: 'linear' | 'atan' | 'arctan' | 'erf' | 'logistic',
  ]
> = curve(rectangleAt);
/** `amplitude * exp(-x / decay)`. */
export const exponential: Curve<[amplitude?: number, decay?: number]> = curve(exponentialAt);
/** `amplitude * x ** exponent`. */
export const powerlaw: Curve<[amplitude?: number, exponent?: number]> = curve(powerlawAt);
/** `slope * x + intercept`. */
export const linear: Curve<[slope?: number, intercept?: number]> = curve(linearAt);
/** `a * x**2 + b * x + c`. */
export const parabolic: Curve<[a?: number, b?: number, c?: number]> = curve(parabolicAt);
/** `amplitude * sin(x * frequency + shift)`. */
export const sine: Curve<[amplitude?: number, frequency?: number, shift?: number]> = curve(sineAt);
/** `amplitude * sin(x * frequency + shift) * exp(-x * decay)`. */
export const expsine: Curve<[amplitude?: number, frequency?: number, shift?: number, decay?: number]> =
  curve(expsineAt);
