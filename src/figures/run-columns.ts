import type { Event, EventDescriptor, RunStart, RunStop } from '../documents/index.js';
import { derivedField } from './derived-field.js';
import type { DerivedField, ReadField } from './derived-field.js';
import { isEventField } from './event-fields.js';
import type { Row } from './stream-columns.js';
import { StreamColumns } from './stream-columns.js';

const DEFAULT_STREAM = 'primary';

/** Where the events of a descriptor go. */
interface Destination {
  uid: string;
  descriptor: number;
  stream: StreamColumns;
  /** Wanted fields that the stream has no column of. */
  absent: readonly string[];
  derived: ReadonlyMap<string, DerivedField> | undefined;
  /** How many fields were wanted, and how many there were, when that was found. */
  asOf: readonly [wanted: number, columns: number];
}

/**
 * Everything that figures know of one run: its documents, and its events as columns.
 *
 * The same class serves the kernel, which fills it with events, and the page, which fills it with
 * frames.
 */
export class RunColumns {
  readonly streams: Map<string, StreamColumns> = new Map();
  readonly descriptors: EventDescriptor[] = [];
  stop: RunStop | undefined;
  /** Whether nothing more will come, though there may be no stop document: it was read from a file. */
  isClosed = false;
  /** Grows with every change; whoever draws compares it. */
  revision = 0;
  readonly #indexOf: Map<string, number> = new Map();
  /** By descriptor, the wanted fields that are computed of others. */
  readonly #derived: Map<string, ReadonlyMap<string, DerivedField>> = new Map();
  /** Of the last event: the next one nearly always goes there, too. */
  #destination: Destination | undefined;

  /** `wanted` are the fields to keep, which may become more; by default all that descriptors name. */
  constructor(
    readonly start: RunStart,
    readonly wanted: ReadonlySet<string> | undefined = undefined,
  ) {}

  /** Takes a descriptor; one that is known already is left alone. Tells whether it was new. */
  addDescriptor(doc: EventDescriptor): boolean {
    if (this.#indexOf.has(doc.uid)) return false;
    this.#indexOf.set(doc.uid, this.descriptors.length);
    this.descriptors.push(doc);
    this.#addColumns(doc);
    this.revision += 1;
    return true;
  }

  /** Adds the columns of fields that have become wanted since their descriptors came. */
  addWanted(): void {
    for (const doc of this.descriptors) this.#addColumns(doc);
  }

  /** The place of a descriptor in `descriptors`, or undefined. */
  descriptorIndex(uid: string): number | undefined {
    return this.#indexOf.get(uid);
  }

  /** The stream that a descriptor, given by its place, belongs to. */
  streamOf(descriptor: number): StreamColumns {
    return this.#stream(this.descriptors[descriptor]?.name ?? DEFAULT_STREAM);
  }

  /**
   * Takes an event, and tells which stream has it as its last row; undefined for one whose descriptor never came.
   */
  putEvent(doc: Event): StreamColumns | undefined {
    const to = this.#destinationOf(doc.descriptor);
    if (!to) return undefined;
    const { stream, descriptor, absent, derived } = to;
    for (const field of absent) if (Object.hasOwn(doc.data, field)) stream.addColumn(field);
    stream.take(descriptor, new EventRow(doc, derived));
    this.revision += 1;
    return stream;
  }

  /** Writes a row of a descriptor, given by its place. */
  putRow(descriptor: number, row: Row): void {
    this.streamOf(descriptor).put(descriptor, row);
    this.revision += 1;
  }

  putStop(doc: RunStop): void {
    this.stop = doc;
    this.revision += 1;
  }

  #addColumns(doc: EventDescriptor): void {
    const stream = this.#stream(doc.name ?? DEFAULT_STREAM);
    for (const field of Object.keys(doc.data_keys)) {
      if (this.wanted?.has(field) ?? true) stream.addColumn(field);
    }
    const derived = this.#derivedOf(doc);
    for (const field of derived.keys()) stream.addColumn(field);
    if (derived.size > 0) this.#derived.set(doc.uid, derived);
  }

  /** What is wanted, and no field of the descriptor's, but an expression of such. */
  #derivedOf({ data_keys: keys }: EventDescriptor): ReadonlyMap<string, DerivedField> {
    const isField = (name: string): boolean => Object.hasOwn(keys, name) || isEventField(name);
    const derived = new Map<string, DerivedField>();
    for (const field of this.wanted ?? []) {
      const found = isField(field) ? undefined : derivedField(field, isField);
      if (found) derived.set(field, found);
    }
    return derived;
  }

  #destinationOf(uid: string): Destination | undefined {
    const last = this.#destination;
    if (last?.uid === uid && this.#isUpToDate(last)) return last;
    const descriptor = this.#indexOf.get(uid);
    if (descriptor === undefined) return undefined;
    const stream = this.streamOf(descriptor);
    const absent = [...(this.wanted ?? [])].filter((field) => !stream.columns.has(field));
    const asOf = [this.wanted?.size ?? 0, stream.columns.size] as const;
    const derived = this.#derived.get(uid);
    this.#destination = { uid, descriptor, stream, absent, derived, asOf };
    return this.#destination;
  }

  /** A callback may add a field to its events that no descriptor names: a ratio of two others, say. */
  #isUpToDate({ stream, asOf: [wanted, columns] }: Destination): boolean {
    return wanted === (this.wanted?.size ?? 0) && columns === stream.columns.size;
  }

  #stream(name: string): StreamColumns {
    let stream = this.streams.get(name);
    if (!stream) {
      stream = new StreamColumns(name);
      this.streams.set(name, stream);
    }
    return stream;
  }
}

/** An event as a row. */
class EventRow implements Row {
  readonly #doc: Event;
  readonly #derived: ReadonlyMap<string, DerivedField> | undefined;
  /** Whether some of its values may be stored elsewhere; of most events none are. */
  readonly #mayLack: boolean;

  constructor(doc: Event, derived: ReadonlyMap<string, DerivedField> | undefined) {
    this.#doc = doc;
    this.#derived = derived;
    this.#mayLack = hasKeys(doc.filled);
  }

  get seqNum(): number {
    return this.#doc.seq_num;
  }

  get time(): number {
    return this.#doc.time;
  }

  value(field: string): unknown {
    // No object inherits numbers, which most values are.
    const direct = this.#doc.data[field];
    if (typeof direct === 'number' && !this.#mayLack) return direct;
    const value = eventValue(this.#doc, field);
    return value === undefined && this.#derived ? this.#derivedValue(field) : value;
  }

  #derivedValue(field: string): unknown {
    const read: ReadField = (name) => eventValue(this.#doc, name) ?? eventsOwn(this.#doc, name);
    return this.#derived?.get(field)?.value(read);
  }
}

function hasKeys(object: object | undefined): boolean {
  for (const _ in object) return true;
  return false;
}

function eventsOwn(doc: Event, field: string): unknown {
  return field === 'seq_num' || field === 'time' ? doc[field] : undefined;
}

/** A field's value, or undefined if the event lacks it or it is stored elsewhere. */
export function eventValue(doc: Event, field: string): unknown {
  if (!isFilled(doc, field)) return undefined;
  const value = doc.data[field];
  // No object inherits numbers, which most values are.
  if (typeof value === 'number') return value;
  return Object.hasOwn(doc.data, field) ? value : undefined;
}

/** Whether a field's value is in the event, and not only where to find it. */
export function isFilled(doc: Event, field: string): boolean {
  const filled = doc.filled?.[field];
  return filled === undefined || Boolean(filled);
}
