import type { Extent } from './extent.js';

/** Free room on either side of the data, as a part of their span. */
const MARGIN = 0.1;

/** The limits of an axis. */
export type Limits = readonly [low: number, high: number];

/** Fixed limits where there are some, else those of the data with a margin. */
export function limitsOf(fixed: Limits | null, extents: readonly Extent[]): Limits {
  if (fixed && fixed.every(Number.isFinite) && fixed[0] !== fixed[1]) return fixed;
  const low = Math.min(...extents.map((each) => each.low));
  const high = Math.max(...extents.map((each) => each.high));
  if (low > high) return [0, 1];
  const pad = low === high ? Math.abs(low) * MARGIN || 1 : (high - low) * MARGIN;
  return [low - pad, high + pad];
}
