/** Free room on either side of the data, as a part of their span. */
const MARGIN = 0.1;

/** Beyond this, differences overflow; nothing that is measured comes near. */
const LARGEST = 1e300;

/** The limits of an axis. */
export type Limits = readonly [low: number, high: number];

/** Fixed limits where there are some, else those of the data with a margin. */
export function limitsOf(fixed: Limits | null, columns: readonly Float64Array[]): Limits {
  if (fixed && fixed.every(Number.isFinite) && fixed[0] !== fixed[1]) return fixed;
  const [low, high] = extentOf(columns);
  if (low > high) return [0, 1];
  const pad = low === high ? Math.abs(low) * MARGIN || 1 : (high - low) * MARGIN;
  return [low - pad, high + pad];
}

/** The least and the greatest finite value; the least is above the greatest if there is none. */
function extentOf(columns: readonly Float64Array[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      const value = column[i] as number;
      if (value < low && value >= -LARGEST) low = value;
      if (value > high && value <= LARGEST) high = value;
    }
  }
  return [low, high];
}
