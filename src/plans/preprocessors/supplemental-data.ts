import type { Flyable, HasName, Readable } from '../../devices/index.js';
import type { Plan } from '../../engine/index.js';
import { Callable } from '../../engine/index.js';
import { reprOf } from '../device-repr.js';
import { baselineWrapper } from './baseline-wrapper.js';
import { flyDuringWrapper } from './fly-during-wrapper.js';
import { monitorDuringWrapper } from './monitor-during-wrapper.js';

/** What is measured beside every plan; see {@link SupplementalData}. */
export interface SupplementalDevices {
  /** Read at the beginning and at the end of every run. */
  baseline?: Iterable<Readable>;
  /** Watched during every run. */
  monitors?: Iterable<HasName>;
  /** Flown during every run. */
  flyers?: Iterable<Flyable>;
}

/**
 * Measures more with every run than its plan says; the lists may be changed at any time.
 *
 * @example
 * ```ts
 * const sd = new SupplementalData({ baseline: [motor1, motor2] })
 * RE.preprocessors.push(sd)
 * sd.baseline.push(motor3)
 * await RE(count([det]))
 * ```
 */
export class SupplementalData extends Callable<[Plan<unknown>], Plan<unknown>> {
  /** Read at the beginning and at the end of every run. */
  baseline: Readable[];
  /** Watched during every run. */
  monitors: HasName[];
  /** Flown during every run. */
  flyers: Flyable[];

  constructor({ baseline = [], monitors = [], flyers = [] }: SupplementalDevices = {}) {
    super();
    this.baseline = [...baseline];
    this.monitors = [...monitors];
    this.flyers = [...flyers];
  }

  override toString(): string {
    const { baseline, monitors, flyers } = this;
    return `SupplementalData(baseline=${reprOf(baseline)}, monitors=${reprOf(monitors)}, flyers=${reprOf(flyers)})`;
  }

  protected override invoke(plan: Plan<unknown>): Plan<unknown> {
    return baselineWrapper(monitorDuringWrapper(flyDuringWrapper(plan, this.flyers), this.monitors), this.baseline);
  }
}

// How Node prints it; it would otherwise look like a bare function.
Object.defineProperty(SupplementalData.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value(this: SupplementalData): string {
    return String(this);
  },
});

/** It is a preprocessor: it takes a plan and gives one. */
export interface SupplementalData {
  (plan: Plan<unknown>): Plan<unknown>;
}
