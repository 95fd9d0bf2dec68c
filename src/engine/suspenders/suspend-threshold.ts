import { SuspenderError } from '../errors.js';
import { SuspenderBase } from './suspender-base.js';
import type { SuspenderOptions } from './suspender-base.js';
import { numberOf } from './watched-signal.js';
import type { WatchedSignal } from './watched-signal.js';

/** The settings of {@link SuspendFloor} and {@link SuspendCeil}. */
export interface ThresholdOptions extends SuspenderOptions {
  /** Where the plan may go on; default: where it is held up. */
  resumeThresh?: number;
}

/** Suspends on one side of a threshold and resumes on the other side of a second one. */
abstract class Threshold extends SuspenderBase<number> {
  protected readonly suspendThresh: number;
  protected readonly resumeThresh: number;

  constructor(signal: WatchedSignal, suspendThresh: number, options: ThresholdOptions = {}) {
    super(signal, options);
    this.suspendThresh = suspendThresh;
    this.resumeThresh = options.resumeThresh ?? suspendThresh;
    if (Number.isNaN(Number(suspendThresh)) || this.isBad(this.resumeThresh, suspendThresh)) {
      throw new SuspenderError(
        `${new.target.name}: from where the plan is held up (${suspendThresh}), resumeThresh ` +
          `(${this.resumeThresh}) must lie on the good side or be the same.`,
      );
    }
  }

  protected abstract isBad(value: number, threshold: number): boolean;

  protected override shouldSuspend(value: number): boolean {
    return this.isBad(numberOf(value, this.signal.name), this.suspendThresh);
  }

  protected override shouldResume(value: number): boolean {
    return !this.isBad(numberOf(value, this.signal.name), this.resumeThresh);
  }
}

/**
 * Holds up the plan while a signal is below a threshold: a ring current, a flux.
 *
 * Takes the signal, `suspendThresh`, and options with `resumeThresh`, which must not be less.
 *
 * @example
 * ```ts
 * RE.installSuspender(new SuspendFloor(ringCurrent, 100, { resumeThresh: 120, sleep: 60 }))
 * ```
 */
export class SuspendFloor extends Threshold {
  protected override isBad(value: number, threshold: number): boolean {
    return value < threshold;
  }

  protected override reason(): string {
    return (
      `Signal ${this.signal.name} = ${this.valueText} fell below ${this.suspendThresh} ` +
      `and has not yet crossed above ${this.resumeThresh}.`
    );
  }
}

/**
 * Holds up the plan while a signal is above a threshold: a temperature, a pressure.
 *
 * Takes the signal, `suspendThresh`, and options with `resumeThresh`, which must not be greater.
 *
 * @example
 * ```ts
 * RE.installSuspender(new SuspendCeil(pressure, 1e-6, { resumeThresh: 5e-7 }))
 * ```
 */
export class SuspendCeil extends Threshold {
  protected override isBad(value: number, threshold: number): boolean {
    return value > threshold;
  }

  protected override reason(): string {
    return (
      `Signal ${this.signal.name} = ${this.valueText} went above ${this.suspendThresh} ` +
      `and has not yet crossed below ${this.resumeThresh}.`
    );
  }
}
