import { macrotask } from '../host/index.js';

/** How long work may go on before sockets and timers get their turn. */
const SLICE_MS = 5;

/** Where steps are as quick as this, only every eighth looks at the clock. */
const QUICK_MS = 0.1;
const STEPS_BETWEEN = 8;

/** Tells work that goes on without a wait when sockets and timers are to get their turn. */
export class Turns {
  #last = performance.now();
  #looked = this.#last;
  #unlooked = 0;

  /** Whether it is their turn before the next step. */
  due(): boolean {
    if (this.#unlooked > 0) {
      this.#unlooked -= 1;
      return false;
    }
    const time = performance.now();
    const due = time - this.#last > SLICE_MS;
    this.#unlooked = due || time - this.#looked > QUICK_MS ? 0 : STEPS_BETWEEN - 1;
    this.#looked = time;
    return due;
  }

  /** Gives them their turn. */
  async take(): Promise<void> {
    await macrotask();
    this.#last = this.#looked = performance.now();
  }
}
