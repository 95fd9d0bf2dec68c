import type { DeviceStatusOptions } from './device-status.js';
import { DeviceStatus } from './device-status.js';
import type { Readings, Subscribable } from './protocols.js';
import type { Change, ChangeCallback } from './subscriptions.js';

/** A device whose changes can be followed. */
export interface Following<T> extends Subscribable {
  subscribe(callback: ChangeCallback<T>, options?: { run?: boolean }): unknown;
  clearSub(callback: ChangeCallback<T>): unknown;
}

/** When a status that follows a device ends. */
export interface SubscriptionStatusOptions extends DeviceStatusOptions {
  /** Seconds for which the condition must hold; default 0. */
  stableFor?: number;
  /** Whether the last change counts, if there was one before. Default true. */
  run?: boolean;
}

/**
 * A status that ends when a device's value meets a condition.
 *
 * An error that the condition throws is why the status fails.
 *
 * @example
 * ```ts
 * const warm = new SubscriptionStatus(thermo, ({ value }) => value > 80, { timeout: 600, stableFor: 5 })
 * await warm.wait()
 * ```
 */
export class SubscriptionStatus<T = unknown> extends DeviceStatus {
  #holding: unknown;
  #held = false;

  constructor(
    device: Following<T>,
    condition: (change: Change<T>) => boolean,
    { stableFor = 0, run = true, ...options }: SubscriptionStatusOptions = {},
  ) {
    super(device, { what: `wait for ${device.name}`, stopOnFailure: false, ...options });
    const check = (_: Readings<T>, change: Change<T>): void => {
      try {
        this.#judge(condition(change), stableFor);
      } catch (error) {
        if (!this.done) this.setException(error);
      }
    };
    this.addCallback(() => {
      clearTimeout(this.#holding);
      device.clearSub(check);
    });
    device.subscribe(check, { run });
    // With `run` it may have ended before it was subscribed.
    if (this.done) device.clearSub(check);
  }

  #judge(holds: boolean, stableFor: number): void {
    if (!holds) {
      clearTimeout(this.#holding);
      this.#holding = undefined;
    } else if (stableFor <= 0) {
      this.#hold();
    } else {
      this.#holding ??= setTimeout(() => this.#hold(), stableFor * 1000);
    }
  }

  /** The condition may be met again while the status settles. */
  #hold(): void {
    if (this.#held) return;
    this.#held = true;
    this.setFinished();
  }
}
