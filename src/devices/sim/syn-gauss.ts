import type { Readable } from '../protocols.js';
import { nameOf } from '../protocols.js';
import type { SynPeakOptions } from './syn-peak.js';
import { SynPeak } from './syn-peak.js';

/** The settings of a simulated detector that sees a peak. */
export interface SynGaussOptions extends SynPeakOptions<number> {
  /** The motor that it looks at. */
  motor: Readable;
  /** The motor's field; default: the motor's name. */
  motorField?: string;
}

/**
 * A simulated detector: a Gaussian peak `Imax exp(-(m - center)^2 / (2 sigma^2))` of a motor's position
 * m, computed when it is triggered.
 *
 * @example
 * ```ts
 * const det = new SynGauss({ name: 'det', motor, center: 1, sigma: 0.5, noise: 'uniform', seed: 7 })
 * await RE(scan([det], motor, -2, 4, 31), new LivePlot('det', 'motor'))
 * ```
 */
export class SynGauss extends SynPeak<number> {
  readonly #motor: Readable;
  readonly #motorField: string;

  constructor({ motor, motorField = nameOf(motor), center = 0, ...options }: SynGaussOptions) {
    super({ ...options, center });
    this.#motor = motor;
    this.#motorField = motorField;
    this.measure();
  }

  protected override distanceSquared(): number {
    return (this.positionOf(this.#motor, this.#motorField) - this.center.value) ** 2;
  }
}
