import type { Event, EventDescriptor, RunStart, RunStop } from '../documents/index.js';

/**
 * What a callback holds for each run that is open, found by the documents of that run: runs may be
 * interleaved.
 */
export class OpenRuns<T> {
  readonly #byRun = new Map<string, T>();
  readonly #byDescriptor = new Map<string, { run: string; held: T }>();
  /** Of the last event: the next one is nearly always of the same stream. */
  #last: { descriptor: string; held: T } | undefined;

  begin({ uid }: RunStart, held: T): void {
    this.#byRun.set(uid, held);
  }

  /** Notes a descriptor of a run that is open. */
  ofDescriptor({ uid, run_start: run }: EventDescriptor): T | undefined {
    const held = this.#byRun.get(run);
    if (held !== undefined) this.#byDescriptor.set(uid, { run, held });
    return held;
  }

  ofEvent({ descriptor }: Event): T | undefined {
    if (this.#last?.descriptor === descriptor) return this.#last.held;
    const held = this.#byDescriptor.get(descriptor)?.held;
    this.#last = held === undefined ? undefined : { descriptor, held };
    return held;
  }

  /** Forgets the run. */
  end({ run_start: ended }: RunStop): T | undefined {
    const held = this.#byRun.get(ended);
    this.#byRun.delete(ended);
    for (const [uid, { run }] of this.#byDescriptor) if (run === ended) this.#byDescriptor.delete(uid);
    this.#last = undefined;
    return held;
  }
}
