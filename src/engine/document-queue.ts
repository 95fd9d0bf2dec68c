import type { DocumentName, Documents } from '../documents/index.js';
import type { Outlet } from './run-streams.js';

interface Waiting {
  emit: () => void | Promise<void>;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Hands documents out one after another: one that comes while callbacks still have another, such as the
 * event of a monitored device, waits until they are done.
 */
export class DocumentQueue implements Outlet {
  readonly #outlet: Outlet;
  #busy = false;
  readonly #waiting: Waiting[] = [];

  constructor(outlet: Outlet) {
    this.#outlet = outlet;
  }

  /** Hands a document out; a promise if somebody has to be waited for. */
  emit<N extends DocumentName>(name: N, doc: Documents[N]): void | Promise<void> {
    if (this.#busy) return this.#inTurn(() => this.#outlet.emit(name, doc));
    this.#busy = true;
    let pending: void | Promise<void> = undefined;
    try {
      pending = this.#outlet.emit(name, doc);
    } finally {
      if (!pending) this.#next();
    }
    return pending?.finally(() => this.#next());
  }

  #inTurn(emit: Waiting['emit']): Promise<void> {
    return new Promise((resolve, reject) => void this.#waiting.push({ emit, resolve, reject }));
  }

  #next(): void {
    const next = this.#waiting.length > 0 ? this.#waiting.shift() : undefined;
    if (!next) {
      this.#busy = false;
      return;
    }
    void Promise.resolve()
      .then(next.emit)
      .then(next.resolve, next.reject)
      .then(() => this.#next());
  }
}
