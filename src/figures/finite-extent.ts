/** The least and the greatest finite value; the least is above the greatest if there is none. */
export function finiteExtent(...lists: readonly Float64Array[]): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const values of lists) {
    for (const value of values) {
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return [low, high];
}
