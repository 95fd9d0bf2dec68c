import type { SteerableEngine } from '../host/index.js';
import type { EngineDirectory } from './engine-directory.js';
import { failureOf } from './failure.js';
import type { Origin } from './origin.js';
import type { Outputs } from './outputs.js';

/** How long after a first press a further one means "now". */
const AGAIN_MS = 10_000;

const PAUSING = 'Pausing at the next checkpoint. Interrupt again to pause now.\n';
const PAUSING_NOW = 'Pausing now.\n';

/** The cell that is running, and how to end it. */
export interface RunningCell {
  readonly running: Origin | undefined;
  interrupt(): void;
}

/** What the interrupt button means, which depends on what is under way. */
export class Interrupter {
  readonly #cells: RunningCell;
  readonly #engines: EngineDirectory;
  readonly #outputs: Outputs;
  readonly #now: () => number;
  readonly #pressed = new WeakMap<SteerableEngine, number>();

  constructor(
    cells: RunningCell,
    engines: EngineDirectory,
    outputs: Outputs,
    now: () => number = () => performance.now(),
  ) {
    this.#cells = cells;
    this.#engines = engines;
    this.#outputs = outputs;
    this.#now = now;
  }

  /** Pauses the engines that the running cell drives, or ends that cell; with no cell, pauses what runs in the background. */
  press(): void {
    const cell = this.#cells.running;
    if (!cell) {
      for (const { engine, owner } of this.#engines.underWay()) this.#pause(engine, owner);
      return;
    }
    const driven = this.#engines.drivenBy(cell);
    if (driven.length === 0) this.#cells.interrupt();
    for (const engine of driven) this.#pause(engine, cell);
  }

  #pause(engine: SteerableEngine, owner: Origin): void {
    const now = this.#now();
    const again = now - (this.#pressed.get(engine) ?? -Infinity) <= AGAIN_MS;
    // The second press is used up: a third one, for another pause, is a first one again.
    if (again) this.#pressed.delete(engine);
    else this.#pressed.set(engine, now);
    this.#outputs.write(owner, 'stderr', again ? PAUSING_NOW : PAUSING);
    try {
      this.#engines.pauseNow(engine, !again);
    } catch (error) {
      this.#outputs.write(owner, 'stderr', `${failureOf(error).traceback.join('\n')}\n`);
    }
  }
}
