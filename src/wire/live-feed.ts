import type { Event, EventDescriptor, RunStop } from '../documents/index.js';
import type { RunFeed } from '../figures/index.js';
import type { LiveRun } from './live-run.js';

/** What one callback feeds: the columns that all share, until it says something else than the others. */
export class LiveFeed implements RunFeed {
  #run: LiveRun;
  #fields: readonly string[] = [];
  readonly #split: (run: LiveRun) => LiveRun;

  /** `split` makes columns for this callback's figure alone. */
  constructor(run: LiveRun, split: (run: LiveRun) => LiveRun) {
    this.#run = run;
    this.#split = split;
  }

  want(fields: readonly string[]): void {
    this.#fields = [...this.#fields, ...fields];
    this.#run.publisher.want(fields);
  }

  descriptor(doc: EventDescriptor): void {
    this.#run.publisher.descriptor(doc);
  }

  event(doc: Event): void {
    if (this.#run.publisher.contradicts(doc, this.#fields)) this.#run = this.#split(this.#run);
    this.#run.publisher.event(doc);
  }

  stop(doc: RunStop): void {
    this.#run.publisher.stop(doc);
  }
}
