import type { Event, EventDescriptor, RunStart, RunStop } from '../documents/index.js';
import { StreamColumns } from './stream-columns.js';

const DEFAULT_STREAM = 'primary';

/** Where a row went. */
export interface Placed {
  stream: StreamColumns;
  row: number;
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

  /** Takes an event; one whose descriptor never came is refused with undefined. */
  putEvent(doc: Event): Placed | undefined {
    const descriptor = this.#indexOf.get(doc.descriptor);
    if (descriptor === undefined) return undefined;
    const stream = this.streamOf(descriptor);
    this.#addUndescribed(stream, doc);
    const value = (field: string): unknown => eventValue(doc, field);
    const row = stream.take(descriptor, { seqNum: doc.seq_num, time: doc.time, value });
    this.revision += 1;
    return { stream, row };
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
  }

  /** A callback may add a field to its events that no descriptor names: a ratio of two others, say. */
  #addUndescribed(stream: StreamColumns, doc: Event): void {
    if (!this.wanted) return;
    for (const field of this.wanted) {
      if (!stream.columns.has(field) && Object.hasOwn(doc.data, field)) stream.addColumn(field);
    }
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
