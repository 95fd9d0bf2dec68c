import { hasMethod } from '../../devices/index.js';
import { isThenable } from '../../host/index.js';
import { pythonStr } from '../../text/index.js';
import { SuspenderError } from '../errors.js';
import { SuspenderBase } from './suspender-base.js';
import type { SuspenderOptions } from './suspender-base.js';
import { valueOf } from './watched-signal.js';
import type { WatchedSignal } from './watched-signal.js';

/** The settings of {@link SuspendWhenChanged}. */
export interface WhenChangedOptions extends SuspenderOptions {
  /** The value that is good; default: the signal's when the suspender is made. */
  expectedValue?: unknown;
  /** Whether the plan goes on when the value is as expected again; default false. */
  allowResume?: boolean;
}

/**
 * Holds up the plan when a signal is no longer what it was: who has the instrument, which mode it is in.
 *
 * Unless `allowResume` is set, only `RE.abort()` ends the wait, since what was set up no longer holds.
 *
 * @example
 * ```ts
 * RE.installSuspender(new SuspendWhenChanged(instrumentInUse, { expectedValue: '2-BM-A', allowResume: true }))
 * ```
 */
export class SuspendWhenChanged extends SuspenderBase {
  readonly expectedValue: unknown;
  readonly allowResume: boolean;

  constructor(signal: WatchedSignal, options: WhenChangedOptions = {}) {
    super(signal, options);
    this.expectedValue = options.expectedValue ?? presentValue(signal);
    this.allowResume = options.allowResume ?? false;
  }

  protected override shouldSuspend(value: unknown): boolean {
    return value !== this.expectedValue;
  }

  protected override shouldResume(value: unknown): boolean {
    return this.allowResume && value === this.expectedValue;
  }

  protected override reason(): string {
    const told = `Signal ${this.signal.name}, got "${pythonStr(this.value)}", expected "${pythonStr(this.expectedValue)}"`;
    return this.allowResume ? told : `${told}.  "RE.abort()" and then restart session to use new configuration.`;
  }
}

function presentValue(signal: WatchedSignal): unknown {
  const { value } = signal as { value?: unknown };
  if (value !== undefined) return value;
  const readings = hasMethod(signal, 'read') ? signal.read() : undefined;
  if (readings !== undefined && !isThenable(readings)) return valueOf(readings, signal.name);
  throw new SuspenderError(`SuspendWhenChanged cannot tell what ${signal.name} is now: give it expectedValue.`);
}
