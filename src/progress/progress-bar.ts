import type { StatusLike } from '../devices/index.js';
import type { LinesOptions } from './progress-lines.js';
import { MovingDevices } from './moving-devices.js';
import { progressView } from './progress-view.js';
import type { ProgressView } from './progress-view.js';

/** What a {@link ProgressBarManager} asks of what it makes. */
export interface ProgressBarLike {
  /** Called when the wait is over. */
  clear(): void;
}

/** The options of {@link ProgressBar}. */
export interface ProgressBarOptions extends Pick<LinesOptions, 'out'> {
  /** Seconds that an action may take without being shown, so that quick ones do not flash; default 0.2. */
  delayDraw?: number;
}

/**
 * Shows how far actions are: in a notebook as a figure, in a terminal as bars, one for each device, elsewhere as a
 * line after every quarter.
 *
 * What is shown is what a device tells through the `watch` of its status: position, target, time left.
 *
 * @example
 * ```ts
 * const moving = motor.set(5)
 * const bar = new ProgressBar([moving])
 * await moving.wait()
 * bar.clear()
 * ```
 */
export class ProgressBar implements ProgressBarLike {
  readonly #devices: MovingDevices;
  #view: ProgressView | undefined;

  /**
   * @param statuses - what devices have started
   * @param options - `delayDraw`; `out` gets lines of text instead
   */
  constructor(statuses: Iterable<StatusLike>, { delayDraw = 0.2, out }: ProgressBarOptions = {}) {
    this.#devices = new MovingDevices(delayDraw, () => {
      this.#view ??= progressView(null, { out });
      this.#view.devices(this.#devices.rows);
    });
    this.#devices.follow(statuses);
  }

  /** Ends it; lines in a terminal are taken away. */
  clear(): void {
    this.#devices.clear();
    this.#view?.clear();
  }
}
