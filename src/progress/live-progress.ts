import { SafeCallback } from '../callbacks/safe-callback.js';
import type { StatusLike } from '../devices/index.js';
import type { Event, EventDescriptor, RunStart, RunStop } from '../documents/index.js';
import { MovingDevices } from './moving-devices.js';
import type { ProgressBarOptions } from './progress-bar.js';
import { progressView } from './progress-view.js';
import type { ProgressView } from './progress-view.js';

/**
 * Shows how far a plan is: points done of those that it has, time left, and the devices that move with position,
 * target and time left.
 *
 * As a callback it counts points; as the engine's `waitingHook` it follows devices. In a notebook each run gets a
 * figure, and so do moves outside of runs; elsewhere there are lines of text.
 *
 * @example
 * ```ts
 * const progress = new LiveProgress()
 * RE.subscribe(progress)
 * RE.waitingHook = progress.waitingHook
 * motor.delay = 0.5
 * await RE(scan([det], motor, -5, 5, 10))
 * ```
 */
export class LiveProgress extends SafeCallback {
  readonly #options: ProgressBarOptions;
  #run: RunStart | undefined;
  #view: ProgressView | undefined;
  #devices: MovingDevices | undefined;

  /** @param options - `delayDraw`; `out` gets lines of text instead */
  constructor(options: ProgressBarOptions = {}) {
    super();
    this.#options = options;
  }

  /** For an engine's `waitingHook`: follows what the plan waits for. */
  readonly waitingHook = (statuses: ReadonlySet<StatusLike> | null): void => {
    if (statuses) this.#followed().follow(statuses);
    else if (!this.#run) this.#leave();
  };

  override start(doc: RunStart): void {
    this.#leave();
    this.#run = doc;
    this.#view = progressView(doc, this.#options);
  }

  override descriptor(doc: EventDescriptor): void {
    if (doc.run_start === this.#run?.uid) this.#view?.descriptor(doc);
  }

  override event(doc: Event): void {
    this.#view?.event(doc);
  }

  override stop(doc: RunStop): void {
    if (doc.run_start !== this.#run?.uid) return;
    this.#view?.stop(doc);
    this.#view = undefined;
    this.#leave();
  }

  /** The devices of the run, or of a wait outside of runs, which is shown when it has taken a while. */
  #followed(): MovingDevices {
    const { delayDraw = 0.2 } = this.#options;
    this.#devices ??= new MovingDevices(delayDraw, () => {
      this.#view ??= progressView(null, this.#options);
      this.#view.devices(this.#devices?.rows ?? []);
    });
    return this.#devices;
  }

  #leave(): void {
    this.#devices?.clear();
    this.#devices = undefined;
    this.#view?.clear();
    this.#view = undefined;
    this.#run = undefined;
  }
}
