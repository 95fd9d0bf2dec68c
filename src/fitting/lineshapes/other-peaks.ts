import { erfc } from '../special/erf.js';
import { complexLogGamma, gamma as gammaFunction, logBeta, logGamma } from '../special/gamma.js';
import { atLeastTiny, TINY } from './kernel.js';

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** Moffat's profile, of height `amplitude`. */
export function moffatAt(x: number, amplitude = 1, center = 0, sigma = 1, beta = 1): number {
  return amplitude / (((x - center) / atLeastTiny(sigma)) ** 2 + 1) ** beta;
}

/** Pearson's distribution of type IV, of area `amplitude`. */
export function pearson4At(x: number, amplitude = 1, center = 0, sigma = 1, expon = 1, skew = 0): number {
  const power = atLeastTiny(expon);
  const width = atLeastTiny(sigma);
  const share = (x - center) / width;
  const norm =
    2 * (complexLogGamma({ re: power, im: skew / 2 }).re - logGamma(power)) - signedLogBeta(power - 0.5, 0.5);
  return (amplitude / width) * Math.exp(norm - power * Math.log1p(share * share) - skew * Math.atan(share));
}

/** scipy's logarithm of the beta function takes the size of negative arguments' value. */
function signedLogBeta(a: number, b: number): number {
  return a > 0 ? logBeta(a, b) : logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** Pearson's distribution of type VII, of area `amplitude`. */
export function pearson7At(x: number, amplitude = 1, center = 0, sigma = 1, expon = 1): number {
  const power = atLeastTiny(expon);
  const width = atLeastTiny(sigma);
  const share = (x - center) / width;
  const scale = (amplitude * gammaFunction(power)) / (gammaFunction(0.5) * gammaFunction(power - 0.5));
  return (scale * (1 + share * share) ** -power) / width;
}

/** The Breit-Wigner-Fano profile. */
export function breitWignerAt(x: number, amplitude = 1, center = 0, sigma = 1, q = 1): number {
  const half = sigma / 2;
  return (amplitude * (q * half + x - center) ** 2) / (half * half + (x - center) ** 2);
}

/** Student's t distribution; `sigma` is the number of degrees of freedom. */
export function studentsTAt(x: number, amplitude = 1, center = 0, sigma = 1): number {
  const power = (sigma + 1) / 2;
  const norm = atLeastTiny(Math.sqrt(sigma * Math.PI) * gammaFunction(atLeastTiny(sigma / 2)));
  return (amplitude * (1 + (x - center) ** 2 / atLeastTiny(sigma)) ** -power * gammaFunction(power)) / norm;
}

/** Doniach and Sunjic's asymmetric profile of photoemission. */
export function doniachAt(x: number, amplitude = 1, center = 0, sigma = 1, gamma = 0): number {
  const share = (x - center) / atLeastTiny(sigma);
  const rest = 1 - gamma;
  const width = sigma ** rest;
  const scale = amplitude / (Number.isNaN(width) ? NaN : atLeastTiny(width));
  return (scale * Math.cos((Math.PI * gamma) / 2 + rest * Math.atan(share))) / (1 + share * share) ** (rest / 2);
}

/** A log-normal distribution of area `amplitude`. */
export function lognormalAt(x: number, amplitude = 1, center = 0, sigma = 1): number {
  const at = x <= TINY ? TINY : x;
  const distance = Math.log(at) - center;
  return (
    (amplitude / (at * atLeastTiny(sigma * ROOT_TWO_PI))) *
    Math.exp(-(distance * distance) / atLeastTiny(2 * sigma * sigma))
  );
}

/** A Gaussian with an exponential tail, of area `amplitude`. */
export function expgaussianAt(x: number, amplitude = 1, center = 0, sigma = 1, gamma = 1): number {
  const shift = gamma * sigma * sigma;
  const rise = gamma * (center + shift / 2 - x);
  const edge = (center + shift - x) / atLeastTiny(Math.SQRT2 * sigma);
  return ((amplitude * gamma) / 2) * Math.exp(rise) * erfc(edge);
}
