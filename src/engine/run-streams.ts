import type { HasName } from '../devices/index.js';
import type { ComposedRun, DocumentName, Documents, EventDescriptor } from '../documents/index.js';
import { StreamBundle } from './stream-bundle.js';

/** Where documents go. */
export interface Outlet {
  /** Hands a document out; a promise if somebody has to be waited for. */
  emit<N extends DocumentName>(name: N, doc: Documents[N]): void | Promise<void>;
}

/** The streams of one run, with the number that the next event of each gets. */
export class RunStreams implements Outlet {
  readonly #streams = new Map<string, StreamBundle>();
  readonly #seqAtCheckpoint = new Map<string, number>();
  /** Where every stream was before points were to be taken again. */
  readonly #furthest = new Map<string, number>();
  /** Streams of what does not happen again. */
  readonly #neverRewound = new Set<string>();

  constructor(
    readonly run: ComposedRun,
    /** The next `seq_num` of every stream that has a descriptor; shared with what composes events. */
    readonly nextSeq: Map<string, number>,
    readonly outlet: Outlet,
  ) {}

  emit<N extends DocumentName>(name: N, doc: Documents[N]): void | Promise<void> {
    return this.outlet.emit(name, doc);
  }

  /** The stream of that name, which is made if there is none. */
  of(name: string): StreamBundle {
    let stream = this.#streams.get(name);
    if (!stream) {
      stream = new StreamBundle(name);
      this.#streams.set(name, stream);
    }
    return stream;
  }

  /** Composes a stream's descriptor for these devices, and hands it out. */
  begin(stream: StreamBundle, devices: readonly HasName[]): void | Promise<void> {
    return this.emit('descriptor', stream.begin(this.run, devices));
  }

  /** The streams that hold a device. */
  holding(device: unknown): StreamBundle[] {
    return [...this.#streams.values()].filter((stream) => stream.knows(device as HasName));
  }

  /** The numbers of that stream go on whatever is taken again. */
  neverRewind(name: string): void {
    this.#neverRewound.add(name);
  }

  /** Remembers where every stream is, to come back here. */
  checkpoint(): void {
    // Streams come and never go, and most points have two checkpoints.
    for (const [name, next] of this.nextSeq) this.#seqAtCheckpoint.set(name, next);
  }

  /** Forgets it: what follows comes back to each stream's first event. */
  clearCheckpoint(): void {
    this.#seqAtCheckpoint.clear();
  }

  /** Goes back to the last checkpoint: points taken since will be taken again, with the same numbers. */
  rewind(): void {
    for (const name of this.nextSeq.keys()) {
      if (this.#neverRewound.has(name)) continue;
      this.#furthest.set(name, this.#nextUnused(name));
      this.nextSeq.set(name, this.#seqAtCheckpoint.get(name) ?? 1);
    }
  }

  /** Points are not taken again after all: what follows gets numbers that no point has had. */
  goOn(): void {
    for (const name of this.#furthest.keys()) this.nextSeq.set(name, this.#nextUnused(name));
    this.#furthest.clear();
  }

  #nextUnused(name: string): number {
    return Math.max(this.nextSeq.get(name) ?? 1, this.#furthest.get(name) ?? 1);
  }
}

/** A descriptor of a stream that has begun. */
export function descriptorOf(stream: StreamBundle): EventDescriptor {
  return stream.descriptor as EventDescriptor;
}
