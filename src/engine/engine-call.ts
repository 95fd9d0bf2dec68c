import { host } from '../host/index.js';
import type { SteerableEngine } from '../host/index.js';
import { Deferred } from './deferred.js';

/**
 * What `RE(...)` or `RE.resume()` gives: the promise of one call, from its beginning until the plan is paused or over. The
 * host is told, so that it knows which cell drives the engine.
 */
export class EngineCall {
  readonly #engine: SteerableEngine;
  #present: Deferred<string[]> | undefined;

  constructor(engine: SteerableEngine) {
    this.#engine = engine;
  }

  /** Whether somebody waits for the end of a call. */
  get underWay(): boolean {
    return this.#present !== undefined;
  }

  /** Begins a call and gives its promise. */
  begin(): Promise<string[]> {
    this.#present = new Deferred();
    host().engines?.callBegan(this.#engine);
    return this.#present.promise;
  }

  /** Ends the call, if one is under way, with what `settle` does; `error` is what it is going to reject with. */
  end(settle: (call: Deferred<string[]>) => void, error?: unknown): void {
    const call = this.#present;
    this.#present = undefined;
    host().engines?.callEnded(this.#engine, error);
    if (call) settle(call);
  }
}
