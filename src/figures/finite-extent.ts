/** The least and the greatest finite value; the least is above the greatest if there is none. */
export function finiteExtent(...lists: readonly Float64Array[]): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const values of lists) {
    // By index: lists may have a million values, and an iterator takes several times as long.
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}
