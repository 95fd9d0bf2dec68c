import type { Extent } from './extent.js';

/** Free room on either side of the data, as a part of their span. */
const MARGIN = 0.1;

/** Doubles tell no more than this apart: a part of an axis that is shorter cannot be shown. */
const LEAST_SPAN = 1e-13;

/** Differences of numbers that are larger overflow. */
const FARTHEST = 1e307;

/** The limits of an axis. */
export type Limits = readonly [low: number, high: number];

/** Fixed limits where there are some that can be drawn, else those of the data with a margin. */
export function limitsOf(fixed: Limits | null, extents: readonly Extent[], isLog = false): Limits {
  if (fixed && canShow(fixed, isLog)) return fixed;
  const low = Math.min(...extents.map((each) => (isLog ? each.lowPositive : each.low)));
  const high = Math.max(...extents.map((each) => each.high));
  if (isLog) return low > high || !(high > 0) ? [1, 10] : logLimits(low, high);
  if (low > high) return [0, 1];
  const pad = low === high ? Math.abs(low) * MARGIN || 1 : (high - low) * MARGIN;
  return [low - pad, high + pad];
}

function logLimits(low: number, high: number): Limits {
  const decades = Math.log10(high) - Math.log10(low);
  const factor = decades === 0 ? 2 : 10 ** (decades * MARGIN);
  return [Math.max(low / factor, Number.MIN_VALUE), Math.min(high * factor, FARTHEST)];
}

/** Whether an axis can be drawn between two limits, in either direction. */
export function canShow([from, to]: Limits, isLog: boolean): boolean {
  const largest = Math.max(Math.abs(from), Math.abs(to));
  if (!(largest <= FARTHEST) || !(Math.abs(to - from) > largest * LEAST_SPAN)) return false;
  return !isLog || Math.min(from, to) > 0;
}
