import { faddeeva } from '../special/faddeeva.js';
import { erf } from '../special/erf.js';
import { gaussianAt } from './gaussian.js';
import { atLeastTiny, TINY } from './kernel.js';
import type { PointGradient } from './kernel.js';

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** A Voigt profile of area `amplitude`; without `gamma` the Lorentzian's width is `sigma` too. */
export function voigtAt(x: number, amplitude = 1, center = 0, sigma = 1, gamma: number = sigma): number {
  const width = atLeastTiny(sigma * Math.SQRT2);
  const { re } = faddeeva({ re: (x - center) / width, im: gamma / width });
  return (amplitude * re) / atLeastTiny(sigma * ROOT_TWO_PI);
}

/** Of w(z) the derivative is -2 z w(z) + 2i / sqrt(pi). */
export const voigtSlope: PointGradient = (x, args, gradient) => {
  const [amplitude, center, sigma, gamma] = args as unknown as [number, number, number, number];
  const width = atLeastTiny(sigma * Math.SQRT2);
  const norm = atLeastTiny(sigma * ROOT_TWO_PI);
  const re = (x - center) / width;
  const im = gamma / width;
  const w = faddeeva({ re, im });
  const slopeRe = -2 * (re * w.re - im * w.im);
  const slopeIm = -2 * (re * w.im + im * w.re) + 2 / Math.sqrt(Math.PI);
  const unit = amplitude / norm;
  const value = unit * w.re;
  gradient[0] = w.re / norm;
  gradient[1] = (-unit * slopeRe) / width;
  const byWidth = width > TINY ? (-unit * (slopeRe * re - slopeIm * im)) / sigma : 0;
  gradient[2] = byWidth - (norm > TINY ? value / sigma : 0);
  gradient[3] = (-unit * slopeIm) / width;
  return value;
};

/** A Gaussian, skewed by an error function. */
export function skewedGaussianAt(x: number, amplitude = 1, center = 0, sigma = 1, gamma = 0): number {
  const skew = 1 + erf((gamma * (x - center)) / atLeastTiny(Math.SQRT2 * sigma));
  return skew * gaussianAt(x, amplitude, center, sigma);
}

/** A Voigt profile, skewed by an error function. */
export function skewedVoigtAt(
  x: number,
  amplitude = 1,
  center = 0,
  sigma = 1,
  gamma: number = sigma,
  skew = 0,
): number {
  const slant = 1 + erf((skew / atLeastTiny(Math.SQRT2 * sigma)) * (x - center));
  return slant * voigtAt(x, amplitude, center, sigma, gamma);
}
