import type { Event, EventDescriptor, RunStart, RunStop } from '../documents/index.js';
import { RunColumns } from './run-columns.js';
import type { RunFeed } from './screen.js';

/** Keeps what a callback is given of a run where nobody else does. */
export class ColumnsFeed implements RunFeed {
  readonly columns: RunColumns;
  readonly #wanted = new Set<string>();

  constructor(start: RunStart) {
    this.columns = new RunColumns(start, this.#wanted);
  }

  want(fields: readonly string[]): void {
    for (const field of fields) this.#wanted.add(field);
    this.columns.addWanted();
  }

  descriptor(doc: EventDescriptor): void {
    this.columns.addDescriptor(doc);
  }

  event(doc: Event): void {
    this.columns.putEvent(doc);
  }

  stop(doc: RunStop): void {
    this.columns.putStop(doc);
  }
}
