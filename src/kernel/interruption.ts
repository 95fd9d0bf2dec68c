import { KeyboardInterrupt } from './failure.js';

/** Rejects when the user ends a cell, whatever the cell is at then. */
export class Interruption {
  readonly promise: Promise<never>;
  #reject!: (reason: Error) => void;

  constructor() {
    this.promise = new Promise<never>((_resolve, reject) => (this.#reject = reject));
    // Most cells never ask.
    this.promise.catch(() => undefined);
  }

  end(): void {
    this.#reject(new KeyboardInterrupt());
  }
}
