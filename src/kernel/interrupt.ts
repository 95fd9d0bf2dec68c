import type { SteerableEngine } from '../host/index.js';
import type { EngineDirectory } from './engine-directory.js';
import { failureOf } from './failure.js';
import type { Origin } from './origin.js';
import type { Outputs } from './outputs.js';

/** A press that waits for a checkpoint: when, and in which cell's work. */
interface Press {
  at: number;
  owner: Origin;
}

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
  readonly #pressed = new WeakMap<SteerableEngine, Press>();

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
    const at = this.#now();
    const last = this.#pressed.get(engine);
    // A pause ends the cell: what was pressed before it was resumed in another one is done with.
    const again = last?.owner === owner && at - last.at <= AGAIN_MS;
    // The second press is used up: a third one, for another pause, is a first one again.
    if (again) this.#pressed.delete(engine);
    else this.#pressed.set(engine, { at, owner });
    this.#outputs.write(owner, 'stderr', again ? PAUSING_NOW : PAUSING);
    try {
      this.#engines.pauseNow(engine, !again);
    } catch (error) {
      this.#outputs.write(owner, 'stderr', `${failureOf(error).traceback.join('\n')}\n`);
    }
  }
}
