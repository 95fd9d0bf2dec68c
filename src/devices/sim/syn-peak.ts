import { Device } from '../device.js';
import type { DataKeys, Readable, Readings } from '../protocols.js';
import { nameOf } from '../protocols.js';
import type { Signal } from '../signal.js';
import type { Status } from '../status.js';
import type { ChangeCallback, SubscribeOptions } from '../subscriptions.js';
import type { Noise } from './noise.js';
import { NoiseSignal, scattered } from './noise.js';
import { seededRandom } from './random.js';
import { SynSignal } from './syn-signal.js';

/** What all simulated detectors of a peak have in common. */
export interface SynPeakOptions<C> {
  /** Its name, also the name of its field. */
  name: string;
  /** The middle of the peak; default 0. */
  center?: C;
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
  /** Digits after the point when its value is shown; default 3. */
  precision?: number;
  /** Groups that it belongs to; default `['detectors']`. */
  labels?: readonly string[];
}

/** A simulated detector of a peak, whose settings are signals that `configure` changes. */
export abstract class SynPeak<C> extends Device {
  readonly val: SynSignal;
  readonly Imax: Signal;
  readonly center: Signal<C>;
  readonly sigma: Signal;
  readonly noise: NoiseSignal;
  readonly noiseMultiplier: Signal;
  readonly #random: () => number;

  constructor({ center, labels = ['detectors'], ...options }: SynPeakOptions<C> & { center: C }) {
    super({ name: options.name, labels });
    const { seed, exposureTime = 0, precision = 3, Imax = 1, sigma = 1, noise = 'none', noiseMultiplier = 1 } = options;
    this.#random = seed === undefined ? Math.random : seededRandom(seed);
    this.val = this.add('val', new SynSignal({ name: this.name, exposureTime, precision }), 'hinted');
    this.Imax = this.signal('Imax', { value: Imax, kind: 'config' });
    this.center = this.signal<C>('center', { value: center, kind: 'config' });
    this.sigma = this.signal('sigma', { value: sigma, kind: 'config' });
    this.noise = this.add('noise', new NoiseSignal(`${this.name}_noise`, noise), 'config');
    this.noiseMultiplier = this.signal('noise_multiplier', { value: noiseMultiplier, kind: 'config' });
    this.val.simSetFunc(() => this.#value());
  }

  /** Seconds that a measurement takes; may be changed at any time. */
  get exposureTime(): number {
    return this.val.exposureTime;
  }

  set exposureTime(seconds: number) {
    this.val.exposureTime = seconds;
  }

  /** Digits after the point when its value is shown. */
  get precision(): number | undefined {
    return this.val.precision;
  }

  set precision(digits: number | undefined) {
    this.val.precision = digits;
  }

  /** Measures once; the status ends after `exposureTime` seconds. */
  override trigger(): Status {
    return this.val.trigger();
  }

  override read(): Readings<number> {
    return super.read() as Readings<number>;
  }

  override describe(): DataKeys {
    return super.describe() as DataKeys;
  }

  override readConfiguration(): Readings {
    return super.readConfiguration() as Readings;
  }

  override describeConfiguration(): DataKeys {
    return super.describeConfiguration() as DataKeys;
  }

  /** Calls back with every value that it measures, and at once with the last; gives a function that ends that. */
  subscribe(callback: ChangeCallback<number>, options?: SubscribeOptions): () => void {
    return this.val.subscribe(callback, options);
  }

  /** Ends a subscription. */
  clearSub(callback: ChangeCallback<number>): void {
    this.val.clearSub(callback);
  }

  /** The square of the distance from the middle of the peak. */
  protected abstract distanceSquared(): number;

  /** Where a motor is, as its field says. */
  protected positionOf(motor: Readable, field: string): number {
    const { [field]: reading } = motor.read() as Readings;
    if (typeof reading?.value === 'number') return reading.value;
    throw new TypeError(
      `${this.constructor.name} ${this.name} needs a number in the field '${field}' of ${nameOf(motor)}, not ${nameOf(reading?.value)}.`,
    );
  }

  /** Measures for the first time; throws if it cannot. */
  protected measure(): void {
    this.val.receive(this.#value());
  }

  #value(): number {
    const value = this.Imax.value * Math.exp(-this.distanceSquared() / (2 * this.sigma.value ** 2));
    return scattered(value, this.noise.value, this.noiseMultiplier.value, this.#random);
  }
}
