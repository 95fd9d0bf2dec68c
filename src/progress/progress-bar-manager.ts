import type { StatusLike } from '../devices/index.js';
import { Callable } from '../engine/callable.js';
import { warn } from '../host/index.js';
import { ProgressBar } from './progress-bar.js';
import type { ProgressBarLike } from './progress-bar.js';

/** What an engine waits for; null when it waits no longer. */
type Waited = ReadonlySet<StatusLike> | null;

/**
 * Shows the devices that a plan waits for, as the `waitingHook` of an engine.
 *
 * {@link LiveProgress} shows the points of the plan as well.
 *
 * @example
 * ```ts
 * RE.waitingHook = new ProgressBarManager()
 * await RE(mv(motor, 5))
 * ```
 */
export class ProgressBarManager extends Callable<[Waited], void> {
  readonly #factory: (statuses: ReadonlySet<StatusLike>) => ProgressBarLike;
  #bar: ProgressBarLike | null = null;

  /** @param factory - makes what is shown for one wait; default: a {@link ProgressBar} */
  constructor(
    factory: (statuses: ReadonlySet<StatusLike>) => ProgressBarLike = (statuses) => new ProgressBar(statuses),
  ) {
    super();
    this.#factory = factory;
  }

  /** What is shown for the present wait; null between waits. */
  get pbar(): ProgressBarLike | null {
    return this.#bar;
  }

  protected override invoke(statuses: Waited): void {
    if (statuses && this.#bar) warn('The previous ProgressBar was not completed.');
    if (!statuses && !this.#bar) warn('There is no ProgressBar to clean up.');
    this.#bar?.clear();
    this.#bar = statuses && this.#factory(statuses);
  }
}

/** Called as a hook; see {@link ProgressBarManager}. */
export interface ProgressBarManager {
  (statuses: ReadonlySet<StatusLike> | null): void;
}
