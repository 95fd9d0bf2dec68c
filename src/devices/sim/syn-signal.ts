import type { SignalOptions } from '../signal.js';
import { Signal } from '../signal.js';
import { Status } from '../status.js';

/** The settings of a simulated signal. */
export interface SynSignalOptions<T> extends Omit<SignalOptions<T>, 'get' | 'set' | 'stop' | 'trigger' | 'value'> {
  /** What it measures when it is triggered; default: the value that it has, 0 at first. */
  func?: () => T;
  /** Seconds that a measurement takes; default 0. */
  exposureTime?: number;
}

/**
 * A simulated signal that takes a new value when it is triggered.
 *
 * @example
 * ```ts
 * const dice = new SynSignal({ name: 'dice', func: () => 1 + Math.floor(6 * Math.random()) })
 * await RE(count([dice], 10), [new LiveTable(['dice'])])
 * ```
 */
export class SynSignal<T = number> extends Signal<T> {
  /** Seconds that a measurement takes; may be changed at any time. */
  exposureTime: number;
  #func: (() => T) | undefined;

  constructor({ func, exposureTime = 0, kind = 'normal', precision = 3, ...options }: SynSignalOptions<T>) {
    super({ ...options, kind, precision, value: func ? func() : (0 as T) });
    this.exposureTime = exposureTime;
    this.#func = func;
  }

  /** Measures once; the status ends after `exposureTime` seconds. */
  override trigger(): Status {
    const status = new Status(`trigger ${this.name}`);
    if (this.exposureTime > 0) setTimeout(() => this.#measureFor(status), this.exposureTime * 1000);
    else this.#measureFor(status);
    return status;
  }

  /** Changes what it measures. */
  simSetFunc(func: () => T): void {
    this.#func = func;
  }

  /** Takes a new value now. */
  protected measure(): void {
    this.receive(this.#func ? this.#func() : this.value);
  }

  #measureFor(status: Status): void {
    try {
      this.measure();
      status.setFinished();
    } catch (error) {
      status.setException(error);
    }
  }
}
