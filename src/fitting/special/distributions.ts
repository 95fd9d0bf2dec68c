import { erf } from './erf.js';
import { incompleteBeta } from './incomplete-beta.js';

/** The probability that an F-distributed number with these degrees of freedom is at most `value`. */
export function fCumulative(value: number, numerator: number, denominator: number): number {
  if (!(value > 0)) return Number.isNaN(value) ? NaN : 0;
  const total = numerator * value + denominator;
  if (total === Infinity) return 1;
  return incompleteBeta((numerator * value) / total, denominator / total, numerator / 2, denominator / 2);
}

/** The probability that a t-distributed number with these degrees of freedom lies beyond `t` > 0. */
function tTail(t: number, freedom: number): number {
  const square = t * t;
  const total = freedom + square;
  return incompleteBeta(freedom / total, square / total, freedom / 2, 0.5) / 2;
}

/** The t that a t-distributed number with these degrees of freedom stays below with `probability`. */
export function tQuantile(probability: number, freedom: number): number {
  if (!(probability >= 0 && probability <= 1) || !(freedom > 0)) return NaN;
  if (probability < 0.5) return -tQuantile(1 - probability, freedom);
  const beyond = 1 - probability;
  if (beyond === 0) return Infinity;
  if (beyond === 0.5) return 0;
  let low = 0;
  let high = 1;
  while (tTail(high, freedom) > beyond) {
    low = high;
    high *= 2;
  }
  return bisected(low, high, (t) => tTail(t, freedom) > beyond);
}

/** The border in [low, high] below which `isBelow` holds, to the last digit. */
function bisected(low: number, high: number, isBelow: (t: number) => boolean): number {
  let [from, to] = [low, high];
  for (;;) {
    const middle = (from + to) / 2;
    if (middle <= from || middle >= to) return middle;
    if (isBelow(middle)) from = middle;
    else to = middle;
  }
}

/**
 * What a number of standard deviations says as a probability, as in lmfit: numbers below 1 are
 * probabilities already.
 */
export function probabilityOf(sigma: number): number {
  return sigma < 1 ? sigma : erf(sigma / Math.SQRT2);
}
