import { chebyshev } from './chebyshev.js';
import { logarithm } from './complex.js';
import type { Complex } from './complex.js';

/** gamma(x) for x in [1, 2]. Chebyshev coefficients computed with mpmath to 60 digits. */
const ONE_TO_TWO: readonly number[] = [
  1.8835711955909893, 0.004415381324841007, 0.05685043681599363, -0.00421983539641856, 0.0013268081812124603,
  -0.00018930245297988805, 3.606925327441245e-5, -6.056761904460864e-6, 1.0558295463022833e-6, -1.811967365542384e-7,
  3.117724964715322e-8, -5.354219639019687e-9, 9.193275519859589e-10, -1.5779412802883398e-10, 2.7079806229349544e-11,
  -4.64681865382573e-12, 7.97335019200742e-13, -1.368078209830916e-13, 2.3473194865638007e-14, -4.027432614949067e-15,
  6.910051747372101e-16, -1.185584500221993e-16, 2.034148542496374e-17,
];

/** B(2k) / (2k (2k-1)), the coefficients of Stirling's series (DLMF 5.11.1). */
const STIRLING: readonly number[] = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
];

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
/** From here on Stirling's series is good to the last digit. */
const STIRLING_FROM = 15;
const LARGEST = 171.6243769563027;

/** The gamma function of a real number; NaN at 0, -1, -2, ... is infinite there as in scipy. */
export function gamma(x: number): number {
  if (x === 0) return Object.is(x, -0) ? -Infinity : Infinity;
  if (x < 0) return Number.isInteger(x) ? NaN : Math.PI / (Math.sin(Math.PI * reduced(x)) * gamma(1 - x));
  if (x > LARGEST) return Infinity;
  return x > 30 ? largeGamma(x) : smallGamma(x);
}

/** sin(pi x) is exact only for small x. */
function reduced(x: number): number {
  const whole = Math.floor(x);
  const rest = x - whole;
  return whole % 2 === 0 ? rest : -rest;
}

function smallGamma(x: number): number {
  let at = x;
  let factor = 1;
  while (at > 2) {
    at -= 1;
    factor *= at;
  }
  let divisor = 1;
  while (at < 1) {
    divisor *= at;
    at += 1;
  }
  return (factor * chebyshev(ONE_TO_TWO, 2 * at - 3)) / divisor;
}

/** The power is taken in two halves, which do not overflow. */
function largeGamma(x: number): number {
  const half = x ** (x / 2 - 0.25);
  return half * Math.exp(-x + series(x)) * half * Math.sqrt(2 * Math.PI);
}

function series(x: number): number {
  const inverse = 1 / (x * x);
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum * inverse + (STIRLING[k] as number);
  return sum / x;
}

/** The logarithm of |gamma(x)|. */
export function logGamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) return Infinity;
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * reduced(x)))) - logGamma(1 - x);
  if (x < STIRLING_FROM) return Math.log(smallGamma(x));
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series(x);
}

/**
 * The logarithm of the gamma function of a complex number, continuous off the negative real axis.
 *
 * The argument is moved to where Stirling's series holds (Hare, "Computing the principal branch of
 * log-Gamma", J. Algorithms 25, 1997).
 */
export function complexLogGamma(z: Complex): Complex {
  if (z.im === 0 && z.re > 0) return { re: logGamma(z.re), im: 0 };
  let { re } = z;
  let logs = { re: 0, im: 0 };
  while (re < STIRLING_FROM) {
    const log = logarithm({ re, im: z.im });
    logs = { re: logs.re + log.re, im: logs.im + log.im };
    re += 1;
  }
  const moved = complexStirling({ re, im: z.im });
  return { re: moved.re - logs.re, im: moved.im - logs.im };
}

function complexStirling({ re, im }: Complex): Complex {
  const log = logarithm({ re, im });
  const size = re * re + im * im;
  const inverse = { re: re / size, im: -im / size };
  const square = { re: inverse.re ** 2 - inverse.im ** 2, im: 2 * inverse.re * inverse.im };
  let sum = { re: 0, im: 0 };
  for (let k = STIRLING.length - 1; k >= 0; k--) {
    sum = {
      re: sum.re * square.re - sum.im * square.im + (STIRLING[k] as number),
      im: sum.re * square.im + sum.im * square.re,
    };
  }
  return {
    re: (re - 0.5) * log.re - im * log.im - re + HALF_LOG_TWO_PI + sum.re * inverse.re - sum.im * inverse.im,
    im: (re - 0.5) * log.im + im * log.re - im + sum.re * inverse.im + sum.im * inverse.re,
  };
}

/** The logarithm of the beta function of two positive numbers. */
export function logBeta(a: number, b: number): number {
  const large = Math.max(a, b);
  const small = Math.min(a, b);
  if (large < STIRLING_FROM) return logGamma(small) + logGamma(large) - logGamma(large + small);
  // The difference of the two large logarithms, term by term, where they would cancel.
  const sum = large + small;
  const difference =
    -(large - 0.5) * Math.log1p(small / large) - small * Math.log(sum) + small + series(large) - series(sum);
  return logGamma(small) + difference;
}
