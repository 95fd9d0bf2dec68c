import { Deferred } from './deferred.js';

/** Where the plan of one call stands while it is paused. */
export class PauseGate {
  #closed: Deferred | undefined;
  #atRest = new Deferred();

  /** Resolves when a pause under way has come to rest, or the call is over. */
  get atRest(): Promise<void> {
    return this.#atRest.promise;
  }

  /** A pause was asked for, which is not at rest yet. */
  expectRest(): void {
    this.#atRest = new Deferred();
  }

  /** Nothing is left to come to rest. */
  restReached(): void {
    this.#atRest.resolve();
  }

  /** Gives a promise of the moment at which the plan may go on. */
  close(): Promise<void> {
    this.#closed = new Deferred();
    return this.#closed.promise;
  }

  /** Lets a plan that stands here go on. */
  open(): void {
    this.#closed?.resolve();
    this.#closed = undefined;
  }
}
