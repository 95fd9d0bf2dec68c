import { warn } from '../../host/index.js';
import { SuspenderError } from '../errors.js';
import { SuspenderBase } from './suspender-base.js';
import type { SuspenderOptions } from './suspender-base.js';
import { numberOf } from './watched-signal.js';
import type { WatchedSignal } from './watched-signal.js';

/** Knows a band of values; its ends are outside. */
abstract class Band extends SuspenderBase<number> {
  readonly #bottom: number;
  readonly #top: number;

  constructor(signal: WatchedSignal, bandBottom: number, bandTop: number, options: SuspenderOptions = {}) {
    super(signal, options);
    if (!(bandBottom < bandTop)) {
      throw new SuspenderError(
        `${new.target.name}: the band's bottom (${bandBottom}) must be less than its top (${bandTop}).`,
      );
    }
    this.#bottom = bandBottom;
    this.#top = bandTop;
  }

  protected isInside(value: number): boolean {
    const number = numberOf(value, this.signal.name);
    return this.#bottom < number && number < this.#top;
  }

  protected placeText(place: 'inside' | 'outside'): string {
    const range = `(${this.#bottom}, ${this.#top})`;
    return `Signal ${this.signal.name} = ${this.valueText} is ${place} of the range ${range}`;
  }
}

/**
 * Holds up the plan while a signal is outside of a band of values.
 *
 * Takes the signal, the band's bottom and top, and options.
 *
 * @example
 * ```ts
 * RE.installSuspender(new SuspendWhenOutsideBand(temperature, 290, 300, { sleep: 10 }))
 * ```
 */
export class SuspendWhenOutsideBand extends Band {
  protected override shouldSuspend(value: number): boolean {
    return !this.isInside(value);
  }

  protected override shouldResume(value: number): boolean {
    return this.isInside(value);
  }

  protected override reason(): string {
    return this.placeText('outside');
  }
}

/** The former name of {@link SuspendWhenOutsideBand}; it warns, and does the same. */
export class SuspendInBand extends SuspendWhenOutsideBand {
  constructor(signal: WatchedSignal, bandBottom: number, bandTop: number, options: SuspenderOptions = {}) {
    super(signal, bandBottom, bandTop, options);
    warn('SuspendInBand is now called SuspendWhenOutsideBand, which says what it does. It does the same as before.');
  }
}

/** Holds up the plan while a signal is inside of a band of values. Deprecated in bluesky; it warns. */
export class SuspendOutBand extends Band {
  constructor(signal: WatchedSignal, bandBottom: number, bandTop: number, options: SuspenderOptions = {}) {
    super(signal, bandBottom, bandTop, options);
    warn('SuspendOutBand is deprecated.');
  }

  protected override shouldSuspend(value: number): boolean {
    return this.isInside(value);
  }

  protected override shouldResume(value: number): boolean {
    return !this.isInside(value);
  }

  protected override reason(): string {
    return this.placeText('inside');
  }
}
