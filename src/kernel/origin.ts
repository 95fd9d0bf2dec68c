import { AsyncLocalStorage } from 'node:async_hooks';
import type { Header } from './message.js';

/** The message that started some work: its output belongs to that message's cell. */
export interface Origin {
  /** The parent of everything that the work sends. */
  readonly header: Header | Record<string, never>;
  /** The cell, when the message asked for one to be run; another run of it is another cell. */
  readonly cell?: string;
  /** What the user calls it, such as `cell 3`. */
  readonly label?: string;
}

const NOWHERE: Origin = { header: {} };

/** Knows for every piece of work, also in timers and promises, which message started it. */
export class Attribution {
  readonly #storage = new AsyncLocalStorage<Origin>();
  #lastCell: Origin | undefined;

  /** Runs `work`; whatever it starts has this origin for as long as it lives. */
  within<T>(origin: Origin, work: () => T): T {
    if (origin.cell !== undefined) this.#lastCell = origin;
    return this.#storage.run(origin, work);
  }

  /** Resumes `work` under an origin that is not new: the last cell stays what it is. */
  again<T>(origin: Origin, work: () => T): T {
    return this.#storage.run(origin, work);
  }

  /** Where output of the present work goes; work of unknown origin counts for the last cell. */
  current(): Origin {
    return this.#storage.getStore() ?? this.#lastCell ?? NOWHERE;
  }

  /** The cell whose work this is, or else the last one that ran. */
  currentCell(): Origin {
    const origin = this.current();
    return origin.cell === undefined ? (this.#lastCell ?? origin) : origin;
  }
}
