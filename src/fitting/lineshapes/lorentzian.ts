import { gaussianAt, GAUSSIAN } from './gaussian.js';
import { atLeastTiny, TINY } from './kernel.js';
import type { Kernel } from './kernel.js';

/** A Lorentzian of area `amplitude`. */
export function lorentzianAt(x: number, amplitude = 1, center = 0, sigma = 1): number {
  return amplitude / (1 + ((x - center) / atLeastTiny(sigma)) ** 2) / atLeastTiny(Math.PI * sigma);
}

export const LORENTZIAN: Kernel = {
  fill(out, [x], args) {
    const xs = x as Float64Array;
    const [amplitude, center, sigma] = args as unknown as [number, number, number];
    const width = atLeastTiny(sigma);
    const norm = atLeastTiny(Math.PI * sigma);
    for (let i = 0; i < out.length; i++) {
      const share = ((xs[i] as number) - center) / width;
      out[i] = amplitude / (1 + share * share) / norm;
    }
  },
  differentiate(out, [x], args, jacobian, columns) {
    const xs = x as Float64Array;
    const [amplitude, center, sigma] = args as unknown as [number, number, number];
    const [byAmplitude, byCenter, bySigma] = columns as unknown as [number, number, number];
    const width = atLeastTiny(sigma);
    const norm = atLeastTiny(Math.PI * sigma);
    const widthSlope = sigma > TINY ? 1 / sigma : 0;
    const normSlope = norm > TINY ? 1 / sigma : 0;
    for (let i = 0; i < out.length; i++) {
      const share = ((xs[i] as number) - center) / width;
      const bell = 1 / (1 + share * share);
      const unit = bell / norm;
      const value = amplitude * unit;
      out[i] = value;
      jacobian[byAmplitude + i] = unit;
      jacobian[byCenter + i] = (2 * value * bell * share) / width;
      jacobian[bySigma + i] = value * (2 * bell * share * share * widthSlope - normSlope);
    }
  },
};

/** A Lorentzian with different widths left and right of its center. */
export function splitLorentzianAt(x: number, amplitude = 1, center = 0, sigma = 1, sigmaR = 1): number {
  const left = atLeastTiny(sigma);
  const right = atLeastTiny(sigmaR);
  const square = (x - center) ** 2;
  const height = (2 * amplitude) / (Math.PI * (left + right));
  if (x < center) return (height * left * left) / (left * left + square);
  return (height * right * right) / (right * right + square);
}

const GAUSSIAN_SHARE = Math.sqrt(2 * Math.LN2);

/** A sum of a Gaussian and a Lorentzian of the same width; `fraction` is the Lorentzian's share. */
export function pvoigtAt(x: number, amplitude = 1, center = 0, sigma = 1, fraction = 0.5): number {
  return (
    (1 - fraction) * gaussianAt(x, amplitude, center, sigma / GAUSSIAN_SHARE) +
    fraction * lorentzianAt(x, amplitude, center, sigma)
  );
}

export const PVOIGT: Kernel = {
  fill(out, [x], args) {
    const xs = x as Float64Array;
    const [amplitude, center, sigma, fraction] = args as unknown as [number, number, number, number];
    for (let i = 0; i < out.length; i++) out[i] = pvoigtAt(xs[i] as number, amplitude, center, sigma, fraction);
  },
  differentiate(out, variables, args, jacobian, columns) {
    const [amplitude, center, sigma, fraction] = args as unknown as [number, number, number, number];
    const points = out.length;
    const bell = new Float64Array(points);
    const slopes = new Float64Array(3 * points);
    const own = Int32Array.of(0, points, 2 * points);
    const narrow = Float64Array.of(amplitude, center, sigma / GAUSSIAN_SHARE);
    GAUSSIAN.differentiate?.(bell, variables, narrow, slopes, own);
    LORENTZIAN.differentiate?.(out, variables, args, jacobian, columns);
    for (let i = 0; i < points; i++) {
      for (let k = 0; k < 3; k++) {
        const at = (columns[k] as number) + i;
        const slope = (slopes[k * points + i] as number) / (k === 2 ? GAUSSIAN_SHARE : 1);
        jacobian[at] = fraction * (jacobian[at] as number) + (1 - fraction) * slope;
      }
      jacobian[(columns[3] as number) + i] = (out[i] as number) - (bell[i] as number);
      out[i] = (1 - fraction) * (bell[i] as number) + fraction * (out[i] as number);
    }
  },
};
