import type { ComposedDescriptor, ComposedRun, Event, EventDescriptor } from '../documents/index.js';
import { now } from '../host/index.js';

/** The name of the stream in which a run's interruptions are recorded. */
export const INTERRUPTIONS = 'interruptions';

/** The stream of a run's interruptions: each pause, resume and suspension is an event. */
export class Interruptions {
  readonly #composed: ComposedDescriptor;

  constructor(run: ComposedRun) {
    this.#composed = run.composeDescriptor({
      name: INTERRUPTIONS,
      data_keys: { interruption: { dtype: 'string', shape: [], source: 'RunEngine' } },
    });
  }

  get descriptor(): EventDescriptor {
    return this.#composed.descriptorDoc;
  }

  /** The event of one interruption. */
  compose(content: string): Event {
    return this.#composed.composeEvent({ data: { interruption: content }, timestamps: { interruption: now() } });
  }
}
