import type { DataKeys, PartialEvent, PartialEventPage, StreamAssetDocument } from '../../src/devices/index.js';
import { Status } from '../../src/devices/index.js';
import { composeStreamResource } from '../../src/documents/index.js';
import type { ComposedStreamResource } from '../../src/documents/index.js';

const number = { source: 'FAKE', dtype: 'number', shape: [] } as const;

/** Descriptions of fields that hold numbers. */
export const numbers = (...fields: string[]): DataKeys =>
  Object.fromEntries(fields.map((field) => [field, { ...number }]));

/** An event of a flyer. */
export function partialEvent(data: Record<string, number>): PartialEvent {
  return { time: 7, data, timestamps: Object.fromEntries(Object.keys(data).map((field) => [field, 8])) };
}

/** A flyer that gives what it is told to, event by event. */
export class FakeFlyer {
  readonly calls: string[] = [];
  events: PartialEvent[] = [];

  constructor(
    readonly name: string,
    /** What `describeCollect` gives. */
    readonly described: Record<string, DataKeys> | DataKeys,
  ) {}

  kickoff(...args: unknown[]): Status {
    this.calls.push(`kickoff ${args.join(' ')}`.trim());
    return Status.finished();
  }

  complete(): Status {
    this.calls.push('complete');
    return Status.finished();
  }

  describeCollect(): Record<string, DataKeys> | DataKeys {
    this.calls.push('describe');
    return this.described;
  }

  *collect(): Generator<PartialEvent> {
    yield* this.events.splice(0);
  }
}

/** A flyer that gives pages, later. */
export class PageFlyer {
  pages: PartialEventPage[] = [];

  constructor(
    readonly name: string,
    readonly described: Record<string, DataKeys> | DataKeys,
  ) {}

  describeCollect(): Promise<Record<string, DataKeys> | DataKeys> {
    return Promise.resolve(this.described);
  }

  async *collectPages(): AsyncGenerator<PartialEventPage> {
    await Promise.resolve();
    yield* this.pages.splice(0);
  }
}

/** A detector that writes its frames elsewhere, as a stream. */
export class StreamDetector {
  /** How many frames it has written. */
  frames = 0;
  #told = 0;
  #resource: ComposedStreamResource | undefined;

  constructor(readonly name: string) {}

  trigger(): Status {
    this.frames += 1;
    return Status.finished();
  }

  read(): Record<string, never> {
    return {};
  }

  describe(): DataKeys {
    return { [this.name]: { source: 'FAKE', dtype: 'array', shape: [1, 4], external: 'STREAM:' } };
  }

  describeCollect(): DataKeys {
    return this.describe();
  }

  getIndex(): number {
    return this.frames;
  }

  *collectAssetDocs(index?: number | null): Generator<StreamAssetDocument> {
    const stop = index ?? this.frames;
    if (!this.#resource) {
      this.#resource = composeStreamResource({
        mimetype: 'application/x-hdf5',
        uri: `file://localhost/${this.name}.h5`,
        data_key: this.name,
        parameters: {},
      });
      yield ['stream_resource', this.#resource.streamResourceDoc];
    }
    if (stop > this.#told) {
      yield ['stream_datum', this.#resource.composeStreamDatum({ indices: { start: this.#told, stop } })];
      this.#told = stop;
    }
  }
}
