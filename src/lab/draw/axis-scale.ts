import { scaleLinear, scaleLog } from 'd3';
import type { ScaleLinear, ScaleLogarithmic } from 'd3';
import type { Limits } from './limits.js';

/** From values to pixels along an axis. */
export type AxisScale = ScaleLinear<number, number> | ScaleLogarithmic<number, number>;

/** A scale from limits, which are positive where it is logarithmic, to a range of pixels. */
export function axisScale(limits: Limits, range: Limits, isLog: boolean): AxisScale {
  return isLog ? scaleLog(limits, range) : scaleLinear(limits, range);
}

export function isLogarithmic(scale: AxisScale): scale is ScaleLogarithmic<number, number> {
  return 'base' in scale;
}

/**
 * What a scale does, many times faster than calling it. On a logarithmic one numbers that are not positive
 * lie infinitely far before the others.
 */
export function pixelsOf(scale: AxisScale): (value: number) => number {
  const log = isLogarithmic(scale);
  const [d0 = 0, d1 = 1] = log ? scale.domain().map(Math.log) : scale.domain();
  const [r0 = 0, r1 = 1] = scale.range();
  const slope = (r1 - r0) / (d1 - d0);
  const offset = r0 - slope * d0;
  if (!log) return (value) => slope * value + offset;
  return (value) => (value > 0 ? slope * Math.log(value) + offset : value <= 0 ? slope * -Infinity : NaN);
}
