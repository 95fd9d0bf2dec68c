import type { DeviceHints } from '../../documents/index.js';
import { now } from '../../host/index.js';
import type { DataKeys, Readable, Readings } from '../protocols.js';
import { nameOf } from '../protocols.js';
import { Status } from '../status.js';
import { poisson, seededRandom } from './random.js';

/** How a simulated detector scatters. */
export type Noise = 'none' | 'poisson' | 'uniform';

const NOISES: readonly Noise[] = ['none', 'poisson', 'uniform'];

/** The settings of a simulated detector that sees a peak. */
export interface SynGaussOptions {
  /** Its name, also the name of its field. */
  name: string;
  /** The motor that it looks at. */
  motor: Readable;
  /** The motor's field; default: the motor's name. */
  motorField?: string;
  /** The middle of the peak; default 0. */
  center?: number;
  /** The height of the peak; default 1. */
  Imax?: number;
  /** The width of the peak (standard deviation); default 1. */
  sigma?: number;
  /** `none` (default), `poisson` (counts) or `uniform` (plus or minus `noiseMultiplier`). */
  noise?: Noise;
  /** Half the width of uniform noise; default 1. */
  noiseMultiplier?: number;
  /** Makes the noise repeatable. */
  seed?: number;
  /** Seconds that a measurement takes; default 0. */
  exposureTime?: number;
  /** Groups that it belongs to; default `['detectors']`. */
  labels?: readonly string[];
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
export class SynGauss {
  readonly name: string;
  readonly parent = null;
  readonly labels: readonly string[];
  /** Seconds that a measurement takes; may be changed at any time. */
  exposureTime: number;
  readonly #options: Required<Omit<SynGaussOptions, 'seed' | 'labels' | 'exposureTime'>>;
  readonly #random: () => number;
  readonly #born: number = now();
  #reading: { value: number; timestamp: number };

  constructor(options: SynGaussOptions) {
    const { name, motor, motorField = nameOf(motor), seed, labels = ['detectors'], exposureTime = 0 } = options;
    const { center = 0, Imax = 1, sigma = 1, noise = 'none', noiseMultiplier = 1 } = options;
    if (!NOISES.includes(noise)) {
      throw new TypeError(`SynGauss ${name}: noise is '${String(noise)}', but must be one of ${NOISES.join(', ')}.`);
    }
    this.name = name;
    this.labels = labels;
    this.exposureTime = exposureTime;
    this.#options = { name, motor, motorField, center, Imax, sigma, noise, noiseMultiplier };
    this.#random = seed === undefined ? Math.random : seededRandom(seed);
    this.#reading = { value: this.#measure(), timestamp: this.#born };
  }

  /** The field to look at. */
  get hints(): DeviceHints {
    return { fields: [this.name] };
  }

  /** Measures once; the status ends after `exposureTime` seconds. */
  trigger(): Status {
    const status = new Status(`trigger ${this.name}`);
    const finish = (): void => {
      this.#reading = { value: this.#measure(), timestamp: now() };
      status.setFinished();
    };
    if (this.exposureTime > 0) setTimeout(finish, this.exposureTime * 1000);
    else finish();
    return status;
  }

  read(): Readings {
    return { [this.name]: { ...this.#reading } };
  }

  describe(): DataKeys {
    return { [this.name]: { source: `SIM:${this.name}`, dtype: 'number', shape: [], precision: 3 } };
  }

  readConfiguration(): Readings {
    const { Imax, center, sigma, noise, noiseMultiplier } = this.#options;
    const settings = { Imax, center, sigma, noise, noise_multiplier: noiseMultiplier };
    return Object.fromEntries(
      Object.entries(settings).map(([setting, value]) => [`${this.name}_${setting}`, { value, timestamp: this.#born }]),
    );
  }

  describeConfiguration(): DataKeys {
    const number = (setting: string): [string, DataKeys[string]] => {
      const key = `${this.name}_${setting}`;
      return [key, { source: `SIM:${key}`, dtype: 'number', shape: [] }];
    };
    const noise = `${this.name}_noise`;
    return Object.fromEntries([
      ...['Imax', 'center', 'sigma'].map(number),
      [noise, { source: `SIM:${noise}`, dtype: 'integer', shape: [], enum_strs: NOISES }],
      number('noise_multiplier'),
    ]);
  }

  stage(): this[] {
    return [this];
  }

  unstage(): this[] {
    return [this];
  }

  toString(): string {
    return `SynGauss(prefix='', name='${this.name}', read_attrs=['val'], configuration_attrs=['Imax', 'center', 'sigma', 'noise', 'noise_multiplier'])`;
  }

  #measure(): number {
    const { Imax, center, sigma, noise, noiseMultiplier } = this.#options;
    const value = Imax * Math.exp(-((this.#position() - center) ** 2) / (2 * sigma ** 2));
    if (noise === 'poisson') return poisson(Math.round(value), this.#random);
    if (noise === 'uniform') return value + (2 * this.#random() - 1) * noiseMultiplier;
    return value;
  }

  #position(): number {
    const { motor, motorField } = this.#options;
    const readings = motor.read() as Readings;
    const value = readings[motorField]?.value;
    if (typeof value === 'number') return value;
    throw new TypeError(
      `SynGauss ${this.name} needs a number in the field '${motorField}' of ${nameOf(motor)}, not ${nameOf(value)}.`,
    );
  }
}
