import type { ModelResult } from '../fitting/index.js';
import { fitSvg } from './fit-svg.js';

const BRAND: unique symbol = Symbol.for('livesky.fit.1') as never;

/**
 * The picture of a fit's result, or undefined for anything else.
 *
 * A result is known by its brand, since it may come from another copy of livesky.
 */
export function pictureOfFit(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !(BRAND in value)) return undefined;
  const { independent, data, bestFit, initFit, residual } = value as unknown as ModelResult;
  const [variable, ...others] = Object.entries(independent);
  // Over several variables there is no one axis: the points stand in their order.
  const isPlain = variable !== undefined && others.length === 0 && variable[1].length === data.length;
  const x = isPlain ? variable[1] : Float64Array.from(data.keys());
  return fitSvg({ x, xLabel: isPlain ? variable[0] : 'point', data, bestFit, initFit, residual });
}
