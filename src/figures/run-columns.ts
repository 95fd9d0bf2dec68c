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
  /** Grows with every change; whoever draws compares it. */
  revision = 0;
  readonly #indexOf: Map<string, number> = new Map();

  /** `wanted` chooses the fields to keep; by default all of them. */
  constructor(
    readonly start: RunStart,
    readonly wanted: (field: string) => boolean = () => true,
  ) {}

  /** Takes a descriptor; one that is known already is left alone. Tells whether it was new. */
  addDescriptor(doc: EventDescriptor): boolean {
    if (this.#indexOf.has(doc.uid)) return false;
    this.#indexOf.set(doc.uid, this.descriptors.length);
    this.descriptors.push(doc);
    this.#stream(doc.name ?? DEFAULT_STREAM).addColumns(doc, this.wanted);
    this.revision += 1;
    return true;
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
    const value = (field: string): unknown => eventValue(doc, field);
    const row = stream.put(descriptor, { seqNum: doc.seq_num, time: doc.time, value });
    this.revision += 1;
    return { stream, row };
  }

  putStop(doc: RunStop): void {
    this.stop = doc;
    this.revision += 1;
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
  if (doc.filled?.[field] === false) return undefined;
  return Object.hasOwn(doc.data, field) ? doc.data[field] : undefined;
}
