import type { HasName } from '../devices/index.js';
import type { PlanInput } from '../engine/index.js';
import { pathSvg } from '../figures/index.js';

/** The options of {@link plotRasterPath}. */
export interface RasterPathOptions {
  /** Radius of the probe, in units of the positions; drawn as a disc at each point. Default: a dot. */
  probeSize?: number;
  /** Width of the line between points, in pixels; default 2. */
  lw?: number;
}

/** A path that a plan takes over two motors; as the last expression of a cell it shows as a picture. */
export class RasterPath {
  /** The positions of the events, in order; NaN where a motor was not sent anywhere yet. */
  readonly x: Float64Array;
  readonly y: Float64Array;

  constructor(
    positions: readonly (readonly [x: number, y: number])[],
    readonly xMotor: string,
    readonly yMotor: string,
    readonly options: RasterPathOptions = {},
  ) {
    this.x = Float64Array.from(positions, ([x]) => x);
    this.y = Float64Array.from(positions, ([, y]) => y);
  }

  /** The picture, as SVG. */
  get svg(): string {
    const { xMotor: xLabel, yMotor: yLabel, x, y, options } = this;
    const { probeSize, lw = 2 } = options;
    const description = this.toString();
    return pathSvg({ x, y, xLabel, yLabel, description, equal: true, probeSize, lineWidth: lw });
  }

  toString(): string {
    return `Path of ${this.x.length} points over ${this.xMotor} and ${this.yMotor}`;
  }
}

Object.defineProperty(RasterPath.prototype, Symbol.for('Jupyter.display'), {
  value(this: RasterPath): Record<string, string> {
    return { 'text/plain': this.toString(), 'text/html': this.svg, 'image/svg+xml': this.svg };
  },
});

/**
 * Where a plan goes over two motors, as a picture and as numbers. Nothing moves.
 *
 * @param plan - the plan, which is used up by this
 * @param xMotor - the motor of the horizontal axis, or its name
 * @param yMotor - the motor of the vertical axis, or its name
 * @param options - `probeSize` and `lw`
 * @example
 * ```ts
 * plotRasterPath(scan([det], motor1, -5, 5, motor2, -7, 7, 15), motor1, motor2, { probeSize: 0.3 })
 * ```
 */
export function plotRasterPath(
  plan: PlanInput,
  xMotor: string | HasName,
  yMotor: string | HasName,
  options: RasterPathOptions = {},
): RasterPath {
  const [xName, yName] = [xMotor, yMotor].map((motor) => (typeof motor === 'string' ? motor : motor.name));
  const positions: [number, number][] = [];
  let [x, y] = [NaN, NaN];
  for (const { command, obj, args } of plan) {
    if (command === 'save') positions.push([x, y]);
    if (command !== 'set') continue;
    const { name } = obj as HasName;
    if (name === xName) x = Number(args[0]);
    if (name === yName) y = Number(args[0]);
  }
  return new RasterPath(positions, xName as string, yName as string, options);
}
