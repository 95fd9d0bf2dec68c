import type { ScaleLinear } from 'd3';

/** A scale as slope and offset, which is many times faster than calling it. */
export function linearOf(scale: ScaleLinear<number, number>): [slope: number, offset: number] {
  const [d0 = 0, d1 = 1] = scale.domain();
  const [r0 = 0, r1 = 1] = scale.range();
  const slope = (r1 - r0) / (d1 - d0);
  return [slope, r0 - slope * d0];
}
