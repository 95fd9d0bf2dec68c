import type { SubscribeOptions, ChangeCallback } from '../subscriptions.js';
import { normal, seededRandom } from './random.js';
import type { SynSignalOptions } from './syn-signal.js';
import { SynSignal } from './syn-signal.js';

/** The settings of a simulated signal that changes by itself. */
export interface SynPeriodicSignalOptions extends SynSignalOptions<number> {
  /** Seconds from one value to the next; default 1. */
  updatePeriod?: number;
  /** By how many seconds the period scatters (standard deviation of a normal distribution); default 1. */
  periodJitter?: number;
  /** Makes the values, and when they come, repeatable. */
  seed?: number;
}

/**
 * A simulated signal that takes a new value from time to time by itself; by default a random one in [0, 1).
 *
 * It begins when somebody subscribes, or with `startSimulation`, and changes as long as somebody is
 * subscribed or until `stopSimulation`.
 *
 * @example
 * ```ts
 * const beam = new SynPeriodicSignal({ name: 'beam', updatePeriod: 0.2, periodJitter: 0 })
 * const end = beam.subscribe((readings) => console.log(readings.beam))
 * end()
 * ```
 */
export class SynPeriodicSignal extends SynSignal {
  readonly #updatePeriod: number;
  readonly #jitter: number;
  readonly #random: () => number;
  #timer: unknown;
  #asked = false;

  constructor({ updatePeriod = 1, periodJitter = 1, seed, ...options }: SynPeriodicSignalOptions) {
    const random = seed === undefined ? Math.random : seededRandom(seed);
    super({ func: random, ...options });
    this.#updatePeriod = updatePeriod;
    this.#jitter = periodJitter;
    this.#random = random;
  }

  /** Lets the value change from now on, whether somebody is subscribed or not. */
  startSimulation(): void {
    this.#asked = true;
    this.#goOn();
  }

  /** Ends what `startSimulation` began; whoever is subscribed goes on to get values. */
  stopSimulation(): void {
    this.#asked = false;
    this.#rest();
  }

  override subscribe(callback: ChangeCallback<number>, options?: SubscribeOptions): () => void {
    const end = super.subscribe(callback, options);
    this.#goOn();
    return end;
  }

  override clearSub(callback: ChangeCallback<number>): void {
    super.clearSub(callback);
    this.#rest();
  }

  #goOn(): void {
    if (this.#timer !== undefined) return;
    const seconds = Math.max(0, this.#updatePeriod + this.#jitter * normal(this.#random));
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.measure();
      this.#goOn();
    }, seconds * 1000);
  }

  #rest(): void {
    if (this.#asked || this.subscriberCount > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
