import type { Extent } from './extent.js';

/** Free room on either side of the data, as a part of their span. */
const MARGIN = 0.1;

/** Doubles tell no more than this apart: a part of an axis that is shorter cannot be shown. */
const LEAST_SPAN = 1e-13;

/** Differences of numbers that are larger overflow. */
const FARTHEST = 1e307;

/** Parts of what is smaller are no longer exact. */
const SMALLEST = 1e-300;

/** The limits of an axis. */
export type Limits = readonly [low: number, high: number];

/** Fixed limits where there are some that can be drawn, else those of the data with a margin. */
export function limitsOf(fixed: Limits | null, extents: readonly Extent[], isLog = false): Limits {
  if (fixed && canShow(fixed, isLog)) return fixed;
  const low = Math.min(...extents.map((each) => (isLog ? each.lowPositive : each.low)));
  const high = Math.max(...extents.map((each) => each.high));
  if (isLog) return low > high || !(high > 0) ? [1, 10] : logLimits(low, high);
  if (low > high) return [0, 1];
  const pad = (high - low || Math.abs(low)) * MARGIN;
  return pad > SMALLEST ? [low - pad, high + pad] : [low - 1, high + 1];
}

function logLimits(low: number, high: number): Limits {
  const decades = Math.log10(high) - Math.log10(low);
  const factor = decades === 0 ? 2 : 10 ** (decades * MARGIN);
  return [Math.max(low / factor, SMALLEST), Math.min(Math.max(high * factor, 10 * SMALLEST), FARTHEST)];
}

/** Whether an axis can be drawn between two limits, in either direction. */
export function canShow([from, to]: Limits, isLog: boolean): boolean {
  const largest = Math.max(Math.abs(from), Math.abs(to));
  const span = Math.abs(to - from);
  if (!(largest <= FARTHEST) || !(span > largest * LEAST_SPAN) || span < SMALLEST) return false;
  return !isLog || Math.min(from, to) >= SMALLEST;
}
