import type { Event, EventDescriptor, RunStop } from '../documents/index.js';
import type { RunColumns, RunFeed } from '../figures/index.js';
import { fieldsReadBy } from '../figures/index.js';
import type { LiveRun } from './live-run.js';

/** How a feed leaves the columns that all share; `lessLast` is without the last event there. */
export type Split = (run: LiveRun, lessLast: boolean) => LiveRun;

/** What one callback feeds: the columns that all share, until it says something else than the others. */
export class LiveFeed implements RunFeed {
  #run: LiveRun;
  #fields: readonly string[] = [];
  /** How many events there were when it gave its last one. */
  #given: number;
  readonly #split: Split;

  /** `split` makes columns for this callback's figure alone. */
  constructor(run: LiveRun, split: Split) {
    this.#run = run;
    this.#split = split;
    this.#given = run.publisher.events;
    run.join(this);
  }

  get columns(): RunColumns {
    return this.#run.publisher.columns;
  }

  want(fields: readonly string[]): void {
    this.#fields = [...this.#fields, ...fields.flatMap(fieldsReadBy)];
    this.#run.publisher.want(fields);
  }

  descriptor(doc: EventDescriptor): void {
    this.#run.publisher.descriptor(doc);
  }

  event(doc: Event): void {
    const { publisher } = this.#run;
    if (publisher.isNew(doc)) this.#lastIsOver();
    else if (publisher.contradicts(doc, this.#fields)) this.#leave(false);
    this.#run.publisher.event(doc);
    this.#given = this.#run.publisher.events;
  }

  stop(doc: RunStop): void {
    this.#lastIsOver();
    this.#run.publisher.stop(doc);
  }

  /** Another document begins: whoever has not given the last event will not give it. */
  #lastIsOver(): void {
    for (const feed of this.#run.feeds) feed.#checkMissed();
  }

  #checkMissed(): void {
    const { publisher } = this.#run;
    if (this.#given === publisher.events) return;
    this.#given = publisher.events;
    if (publisher.lastMatters(this.#fields)) this.#leave(true);
  }

  #leave(lessLast: boolean): void {
    this.#run.leave(this);
    this.#run = this.#split(this.#run, lessLast);
    this.#run.join(this);
    this.#given = this.#run.publisher.events;
  }
}
