import { SuspenderBase } from './suspender-base.js';

/**
 * Holds up the plan while a signal is true, or a number other than 0.
 *
 * @example
 * ```ts
 * RE.installSuspender(new SuspendBoolHigh(doorOpen, { trippedMessage: 'The hutch is open' }))
 * ```
 */
export class SuspendBoolHigh extends SuspenderBase {
  protected override shouldSuspend(value: unknown): boolean {
    return Boolean(value);
  }

  protected override shouldResume(value: unknown): boolean {
    return !value;
  }

  protected override reason(): string {
    return `Signal ${this.signal.name} is high`;
  }
}

/**
 * Holds up the plan while a signal is false, or 0.
 *
 * @example
 * ```ts
 * RE.installSuspender(new SuspendBoolLow(shutterOpen, { sleep: 2 }))
 * ```
 */
export class SuspendBoolLow extends SuspenderBase {
  protected override shouldSuspend(value: unknown): boolean {
    return !value;
  }

  protected override shouldResume(value: unknown): boolean {
    return Boolean(value);
  }

  protected override reason(): string {
    return `Signal ${this.signal.name} is low`;
  }
}
