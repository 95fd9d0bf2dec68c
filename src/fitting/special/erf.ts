import { chebyshev } from './chebyshev.js';

/** erf(x)/x for x^2 in [0, 1]. Chebyshev coefficients computed with mpmath to 60 digits. */
const SMALL: readonly number[] = [
  1.9509538787653082, -0.14226120510371365, 0.010035582187599796, -0.0005768764699767485, 2.741993125219606e-5,
  -1.1043175507344507e-6, 3.8488755420345036e-8, -1.1808582533875466e-9, 3.2334215826050907e-11, -7.991015947004549e-13,
  1.7990725113961456e-14, -3.718635487818693e-16, 7.103599003714253e-18,
];

/** x erfcx(x) for 4/(x + 4) in [0, 4/5], that is x >= 1. Computed likewise. */
const LARGE: readonly number[] = [
  1.0604034398869413, -0.05514729855831437, -0.030131600461056052, -0.01202204842729338, -0.003920394184640278,
  -0.0010818370644726657, -0.00025472995364269897, -5.076681619125367e-5, -8.333896985200727e-6, -1.0541737455847752e-6,
  -8.306009483410687e-8, 1.1578279380999281e-9, 1.4660438271665703e-9, 1.8982460028012372e-10, -9.422040430720242e-13,
  -3.646439411451412e-12, -3.8290374117822737e-13, 3.6403908445754656e-14, 1.1538734291435274e-14,
  1.4083613450791914e-16, -2.5410226411574946e-16, -2.581094387873979e-17,
];

/** Beyond this erfc is less than the smallest number. */
const NOTHING_LEFT = 27.3;

/** The error function. Relative error below 1e-15. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size <= 1) return x * chebyshev(SMALL, 2 * x * x - 1);
  if (Number.isNaN(x)) return NaN;
  return Math.sign(x) * (1 - tail(size));
}

/** The complementary error function, 1 - erf(x), without cancellation for large x. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 1) return tail(x);
  if (x < -1) return 2 - tail(-x);
  return 1 - erf(x);
}

/** erfc for x > 1. */
function tail(x: number): number {
  if (x > NOTHING_LEFT) return 0;
  const s = 4 / (x + 4);
  return (exponentialOfMinusSquare(x) * chebyshev(LARGE, 2.5 * s - 1)) / x;
}

/** exp(-x^2); the square is taken in two parts, since its rounding error would be multiplied by itself. */
function exponentialOfMinusSquare(x: number): number {
  const high = Math.round(x * 32) / 32;
  return Math.exp(-high * high) * Math.exp(-(x - high) * (x + high));
}
