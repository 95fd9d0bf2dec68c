import { MismatchedDataKeys, UnresolvableForeignKeyError } from './errors.js';
import type { Datum } from './generated/datum.js';
import type { Event } from './generated/event.js';
import type { DataKey, EventDescriptor } from './generated/event-descriptor.js';
import type { Resource } from './generated/resource.js';

/** Where a value comes from that an event only refers to. */
export interface ValueOrigin {
  readonly key: string;
  readonly descriptor: EventDescriptor;
  readonly resource: Resource;
  readonly datum: Datum;
}

/** The documents that events refer to, by what they are referred to by. */
export class ReferredDocuments {
  readonly #descriptors = new Map<string, EventDescriptor>();
  readonly #resources = new Map<string, Resource>();
  readonly #datums = new Map<string, Datum>();

  addDescriptor(doc: EventDescriptor): void {
    this.#descriptors.set(doc.uid, doc);
  }

  addResource(doc: Resource): void {
    this.#resources.set(doc.uid, doc);
  }

  addDatum(doc: Datum): void {
    this.#datums.set(doc.datum_id, doc);
  }

  clear(): void {
    for (const cache of [this.#descriptors, this.#resources, this.#datums]) cache.clear();
  }

  /** Fields whose values lie elsewhere, as the event's `filled` says, or else its descriptor. */
  keysElsewhere(event: Event): string[] {
    const { data_keys: keys } = this.#descriptorOf(event);
    const { filled } = event;
    if (filled) return Object.keys(filled).filter((key) => filled[key] === false);
    return Object.keys(keys).filter((key) => isExternal(keys[key] as DataKey));
  }

  /**
   * The descriptor, datum and resource of one field.
   *
   * @throws {@link MismatchedDataKeys} if the event has no such field, {@link UnresolvableForeignKeyError}
   * if a document that is referred to has not come
   */
  originOf(event: Event, key: string): ValueOrigin {
    const descriptor = this.#descriptorOf(event);
    if (!Object.hasOwn(event.data, key)) throw mismatch(event, key);
    const id = event.data[key] as string;
    const datum = this.#datums.get(id) ?? missing(id, `The event ${event.uid}`, `the datum '${id}'`);
    const { resource: uid } = datum;
    const resource = this.#resources.get(uid) ?? missing(uid, `The datum '${id}'`, `the resource ${uid}`);
    return { key, descriptor, resource, datum };
  }

  #descriptorOf({ uid, descriptor }: Event): EventDescriptor {
    return this.#descriptors.get(descriptor) ?? missing(descriptor, `The event ${uid}`, `the descriptor ${descriptor}`);
  }
}

/** Whether a datum holds the value; what is streamed is in no event. */
function isExternal({ external }: DataKey): boolean {
  return external !== undefined && external !== 'STREAM:';
}

function mismatch({ uid, data, filled }: Event, key: string): MismatchedDataKeys {
  const source = filled ? "its 'filled'" : 'its descriptor';
  return new MismatchedDataKeys(
    `The event ${uid} has no data for '${key}', which ${source} names; its data are ${Object.keys(data).join(', ')}.`,
  );
}

function missing(key: string, referrer: string, what: string): never {
  throw new UnresolvableForeignKeyError(key, `${referrer} refers to ${what}, which has not come.`);
}
