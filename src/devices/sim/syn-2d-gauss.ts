import type { Readable } from '../protocols.js';
import { nameOf } from '../protocols.js';
import type { SynPeakOptions } from './syn-peak.js';
import { SynPeak } from './syn-peak.js';

/** The settings of a simulated detector that sees a peak in two dimensions. */
export interface Syn2DGaussOptions extends SynPeakOptions<readonly [x: number, y: number]> {
  /** The motors that it looks at. */
  motors: readonly [x: Readable, y: Readable];
  /** The motors' fields; default: their names. */
  motorFields?: readonly [x: string, y: string];
}

/**
 * A simulated detector: a Gaussian peak `Imax exp(-((x - cx)^2 + (y - cy)^2) / (2 sigma^2))` of two motors'
 * positions x and y, computed when it is triggered.
 *
 * @example
 * ```ts
 * const spot = new Syn2DGauss({ name: 'spot', motors: [motor1, motor2], center: [1, -1] })
 * await RE(scan([spot], motor1, 0, 2, motor2, -2, 0, 21), new LivePlot('spot', 'motor1'))
 * ```
 */
export class Syn2DGauss extends SynPeak<readonly [x: number, y: number]> {
  readonly #motors: readonly [Readable, Readable];
  readonly #fields: readonly [string, string];

  constructor({ motors, motorFields, center = [0, 0], ...options }: Syn2DGaussOptions) {
    super({ ...options, center });
    this.#motors = motors;
    this.#fields = motorFields ?? [nameOf(motors[0]), nameOf(motors[1])];
    this.measure();
  }

  protected override distanceSquared(): number {
    const [cx, cy] = this.center.value;
    const [x, y] = this.#motors.map((motor, i) => this.positionOf(motor, this.#fields[i] as string)) as [
      number,
      number,
    ];
    return (x - cx) ** 2 + (y - cy) ** 2;
  }
}
