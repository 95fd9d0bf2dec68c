import { warn } from '../host/index.js';
import { messageOf } from '../text/index.js';
import type { HasName, Readings } from './protocols.js';

/** A change of a device's value. */
export interface Change<T = unknown> {
  readonly value: T;
  /** The value before, or undefined if there was none. */
  readonly oldValue: T | undefined;
  /** When it changed, in seconds since the Unix epoch. */
  readonly timestamp: number;
}

/** What a device calls when its value changes, with its readings and the change. */
export type ChangeCallback<T = unknown> = (readings: Readings<T>, change: Change<T>) => void;

/** How to subscribe. */
export interface SubscribeOptions {
  /** Whether to call back at once with the last change, if there was one. Default true. */
  run?: boolean;
}

/** Those who want to know when a device's value changes. */
export class Subscriptions<T> {
  #callbacks: readonly ChangeCallback<T>[] = [];
  #last: Change<T> | undefined;

  constructor(
    private readonly device: HasName,
    private readonly readings: () => Readings<T>,
  ) {}

  /** How many there are. */
  get count(): number {
    return this.#callbacks.length;
  }

  add(callback: ChangeCallback<T>, { run = true }: SubscribeOptions = {}): void {
    if (typeof callback !== 'function') {
      throw new TypeError(`${this.device.name}.subscribe() needs a function, not ${String(callback)}.`);
    }
    this.#callbacks = [...this.#callbacks, callback];
    if (run && this.#last) this.#tell([callback], this.#last);
  }

  remove(callback: ChangeCallback<T>): void {
    this.#callbacks = this.#callbacks.filter((each) => each !== callback);
  }

  notify(change: Change<T>): void {
    this.#last = change;
    if (this.#callbacks.length > 0) this.#tell(this.#callbacks, change);
  }

  /** One that fails must not keep the device from moving, nor others from knowing. */
  #tell(callbacks: readonly ChangeCallback<T>[], change: Change<T>): void {
    const readings = this.readings();
    for (const callback of callbacks) {
      try {
        callback(readings, change);
      } catch (error) {
        warn(`A subscriber to ${this.device.name} failed: ${messageOf(error)}`);
      }
    }
  }
}
