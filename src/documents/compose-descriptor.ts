import { now, uuid } from '../host/index.js';
import { ComposeEvent } from './compose-event.js';
import type { EventFields, EventPageFields } from './compose-event.js';
import type { ComposeOptions } from './compose-options.js';
import { EventModelValidationError } from './errors.js';
import type { Event } from './generated/event.js';
import type { DataKey, EventDescriptor } from './generated/event-descriptor.js';
import type { EventPage } from './generated/event-page.js';
import type { RunStart } from './generated/run-start.js';
import { validate } from './validate.js';

/** What a descriptor is composed of. */
export interface DescriptorFields extends Partial<Pick<EventDescriptor, 'uid' | 'time' | 'hints' | 'configuration'>> {
  /** The stream's name, such as `primary`. */
  name: string;
  /** One entry for every field of the stream's events. */
  data_keys: Record<string, DataKey>;
  /** Fields by device name. */
  object_keys?: EventDescriptor['object_keys'];
  /** Class names by device name. */
  object_classes?: EventDescriptor['object_classes'];
}

/** A descriptor, and what composes the events of its stream. */
export interface ComposedDescriptor {
  readonly descriptorDoc: EventDescriptor;
  /** Composes an event: its data and timestamps have the descriptor's keys, but for those that are streamed. */
  composeEvent(fields: EventFields, options?: ComposeOptions): Event;
  /** Composes a page of events: the same with a list for each key. */
  composeEventPage(fields: EventPageFields, options?: ComposeOptions): EventPage;
}

/** Composes the descriptors of one run. */
export class ComposeDescriptor {
  /** The keys of each stream that has a descriptor. */
  readonly #streams = new Map<string, ReadonlySet<string>>();

  constructor(
    readonly start: RunStart,
    readonly counters: Map<string, number>,
  ) {}

  compose(fields: DescriptorFields, { validate: check = true }: ComposeOptions = {}): ComposedDescriptor {
    const doc: EventDescriptor = {
      configuration: fields.configuration ?? {},
      data_keys: fields.data_keys,
      name: fields.name,
      object_keys: fields.object_keys ?? {},
      run_start: this.start.uid,
      time: fields.time ?? now(),
      uid: fields.uid ?? uuid(),
      object_classes: fields.object_classes ?? {},
      hints: fields.hints ?? {},
    };
    if (check) {
      validate('descriptor', doc);
      this.#checkKeys(fields);
    }
    this.#open(fields);
    const events = new ComposeEvent(doc, this.counters);
    return {
      descriptorDoc: doc,
      composeEvent: (given, options) => events.compose(given, options),
      composeEventPage: (given, options) => events.composePage(given, options),
    };
  }

  #open({ name, data_keys: keys }: DescriptorFields): void {
    if (this.#streams.has(name)) return;
    this.#streams.set(name, new Set(Object.keys(keys)));
    this.counters.set(name, 1);
  }

  #checkKeys({ name, data_keys: dataKeys }: DescriptorFields): void {
    const known = this.#streams.get(name);
    const keys = Object.keys(dataKeys);
    if (!known || (known.size === keys.length && keys.every((key) => known.has(key)))) return;
    throw new EventModelValidationError(
      'descriptor',
      ['data_keys'],
      `has the keys ${keys.join(', ')}, but the stream '${name}' has a descriptor with ${[...known].join(', ')} already; all descriptors of a stream must have the same`,
    );
  }
}
