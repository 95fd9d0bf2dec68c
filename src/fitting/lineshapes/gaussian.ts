import { atLeastTiny, TINY } from './kernel.js';
import type { Kernel } from './kernel.js';

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** A Gaussian of area `amplitude`. */
export function gaussianAt(x: number, amplitude = 1, center = 0, sigma = 1): number {
  const height = amplitude / atLeastTiny(ROOT_TWO_PI * sigma);
  return height * Math.exp(-((x - center) ** 2) / atLeastTiny(2 * sigma * sigma));
}

/** The product of two Gaussians, of volume `amplitude`. */
export function gaussian2dAt(
  x: number,
  y = 0,
  amplitude = 1,
  centerx = 0,
  centery = 0,
  sigmax = 1,
  sigmay = 1,
): number {
  return amplitude * (gaussianAt(x, 1, centerx, sigmax) * gaussianAt(y, 1, centery, sigmay));
}

export const GAUSSIAN: Kernel = {
  fill(out, [x], args) {
    const xs = x as Float64Array;
    const [amplitude, center, sigma] = args as unknown as [number, number, number];
    const height = amplitude / atLeastTiny(ROOT_TWO_PI * sigma);
    const width = atLeastTiny(2 * sigma * sigma);
    for (let i = 0; i < out.length; i++) {
      const distance = (xs[i] as number) - center;
      out[i] = height * Math.exp(-(distance * distance) / width);
    }
  },
  differentiate(out, [x], args, jacobian, columns) {
    const xs = x as Float64Array;
    const [amplitude, center, sigma] = args as unknown as [number, number, number];
    const [byAmplitude, byCenter, bySigma] = columns as unknown as [number, number, number];
    const norm = atLeastTiny(ROOT_TWO_PI * sigma);
    const square = 2 * sigma * sigma;
    const width = atLeastTiny(square);
    // Where a divisor is held at its least, it does not change with sigma.
    const normSlope = norm > TINY ? 1 / sigma : 0;
    const widthSlope = square > TINY ? 2 / sigma : 0;
    for (let i = 0; i < out.length; i++) {
      const distance = (xs[i] as number) - center;
      const share = distance / width;
      const bell = Math.exp(-distance * share) / norm;
      const value = amplitude * bell;
      out[i] = value;
      jacobian[byAmplitude + i] = bell;
      jacobian[byCenter + i] = 2 * value * share;
      jacobian[bySigma + i] = value * (distance * share * widthSlope - normSlope);
    }
  },
};

export const GAUSSIAN_2D: Kernel = {
  fill(out, [x, y], args) {
    const [amplitude, centerx, centery, sigmax, sigmay] = args as unknown as [number, number, number, number, number];
    const [xs, ys] = [x as Float64Array, y as Float64Array];
    for (let i = 0; i < out.length; i++) {
      out[i] = gaussian2dAt(xs[i] as number, ys[i] as number, amplitude, centerx, centery, sigmax, sigmay);
    }
  },
  differentiate(out, variables, args, jacobian, columns) {
    const [x, y] = variables as [Float64Array, Float64Array];
    const amplitude = args[0] as number;
    const along = new Float64Array(out.length);
    const across = new Float64Array(out.length);
    const at = (k: number): number => columns[k] as number;
    const one = (k: number): Float64Array => Float64Array.of(1, args[k] as number, args[k + 2] as number);
    // The columns of the amplitude are written twice and then replaced by the product.
    GAUSSIAN.differentiate?.(along, [x], one(1), jacobian, Int32Array.of(at(0), at(1), at(3)));
    GAUSSIAN.differentiate?.(across, [y], one(2), jacobian, Int32Array.of(at(0), at(2), at(4)));
    for (let i = 0; i < out.length; i++) {
      const [a, b] = [along[i] as number, across[i] as number];
      out[i] = amplitude * (a * b);
      jacobian[at(0) + i] = a * b;
      for (const k of [1, 3]) jacobian[at(k) + i] = amplitude * b * (jacobian[at(k) + i] as number);
      for (const k of [2, 4]) jacobian[at(k) + i] = amplitude * a * (jacobian[at(k) + i] as number);
    }
  },
};
