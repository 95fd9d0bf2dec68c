import type { AnyIterable, AssetDocument, Awaitable, StreamAssetDocument } from '../devices/index.js';
import { hasMethod, nameOf } from '../devices/index.js';
import type { Named, StreamDatum, StreamResource } from '../documents/index.js';
import { EventModelError, EventModelValueError, validate } from '../documents/index.js';
import { inTurn } from '../host/index.js';
import type { RunStreams } from './run-streams.js';
import type { StreamBundle } from './stream-bundle.js';

/** A document of a device whose values lie elsewhere. */
export type AnyAssetDocument = AssetDocument | StreamAssetDocument;

/** Whether a device has such documents. */
export function writesAssets(device: unknown): boolean {
  return hasMethod(device, 'collectAssetDocs');
}

/** Whether a device streams its values and counts its frames. */
export function writesStreamAssets(device: unknown): boolean {
  return writesAssets(device) && hasMethod(device, 'getIndex');
}

/** Asks a device for its documents since it was last asked. */
export async function gatherAssets(device: unknown, index?: number): Promise<AnyAssetDocument[]> {
  if (!hasMethod(device, 'collectAssetDocs')) return [];
  const args = writesStreamAssets(device) ? [index ?? null] : [];
  return gathered(device.collectAssetDocs(...args) as Awaitable<AnyIterable<AnyAssetDocument>>, device);
}

/** All that comes out of what a device gave, at once or bit by bit. */
export async function gathered<T>(given: Awaitable<AnyIterable<T>>, device: unknown): Promise<T[]> {
  const iterable = await given;
  const all: T[] = [];
  if (iterable === null || typeof iterable !== 'object') {
    throw new EventModelError(`${nameOf(device)} gave ${nameOf(iterable)} where a list or a generator belongs.`);
  }
  for await (const each of iterable) all.push(each);
  return all;
}

/** The documents of one run that say where values lie: completed, checked and handed out. */
export class AssetDocuments {
  readonly #streams: RunStreams;
  /** The field of each stream resource by its uid. */
  readonly #fields = new Map<string, string>();

  constructor(streams: RunStreams) {
    this.#streams = streams;
  }

  /**
   * Fills in what a device cannot know, checks all and hands them out.
   *
   * @param stream - the stream that they belong to, if it is known
   * @returns how many frames they add to that stream, or a promise of it
   */
  emit(assets: readonly AnyAssetDocument[], stream?: StreamBundle): number | Promise<number> {
    const pack = new Pack(this.#streams, this.#fields, stream);
    const documents = assets.map((asset) => pack.add(asset));
    pack.checkComplete();
    const pending = inTurn(documents, ([name, doc]) => this.#streams.emit(name, doc));
    return pending ? pending.then(() => pack.frames) : pack.frames;
  }
}

/** The documents that are handed out together. */
class Pack {
  /** How many frames each of the stream's fields got. */
  frames = 0;
  readonly #filled = new Set<string>();

  constructor(
    readonly streams: RunStreams,
    readonly fields: Map<string, string>,
    readonly stream: StreamBundle | undefined,
  ) {}

  add(asset: AnyAssetDocument): Named {
    const document = this.#completed(asset);
    validate(document[0], document[1]);
    return document;
  }

  /** Refuses frames of some of the stream's fields only. */
  checkComplete(): void {
    const { streamed = [] } = this.stream ?? {};
    const missing = streamed.filter((field) => !this.#filled.has(field));
    if (this.#filled.size === 0 || missing.length === 0) return;
    throw new EventModelError(
      `Received a stream_datum for ${[...this.#filled].join(', ')}, but none for ${missing.join(', ')}: ` +
        `the stream '${this.stream?.name}' needs one for each of its streamed fields.`,
    );
  }

  #completed(asset: AnyAssetDocument): Named {
    const [name, doc] = asset;
    const { run_start } = { run_start: this.streams.run.startDoc.uid };
    switch (name) {
      case 'resource':
        return [name, { ...doc, run_start }];
      case 'datum':
        return [name, doc];
      case 'stream_resource':
        return [name, { ...this.#noted(doc), run_start }];
      case 'stream_datum':
        return [name, this.#placed(doc)];
      default:
        throw new EventModelError(
          `A device gave a document '${String(name)}' for values that lie elsewhere; ` +
            'it must be a resource, stream_resource, datum or stream_datum.',
        );
    }
  }

  #noted(doc: StreamResource): StreamResource {
    const { uid, data_key: field } = doc;
    if (this.fields.has(uid)) throw new EventModelError(`Received \`stream_resource\` with uid ${uid} twice.`);
    if (!this.stream?.streamed.includes(field)) {
      throw new EventModelError(
        `Received a stream_resource for '${field}', which is no field with external 'STREAM:' of ` +
          `${this.stream ? `the stream '${this.stream.name}'` : 'a declared stream'}.`,
      );
    }
    this.fields.set(uid, field);
    return doc;
  }

  /** A stream datum with its descriptor and the numbers of its events. */
  #placed(doc: StreamDatum): StreamDatum {
    const { stream } = this;
    if (!stream?.descriptor) {
      throw new EventModelError(`Received the stream_datum ${doc.uid}, but its stream has no descriptor yet.`);
    }
    const field = this.fields.get(doc.stream_resource);
    if (field === undefined) {
      throw new EventModelError(`Received a stream_datum of an unknown stream_resource, ${doc.stream_resource}.`);
    }
    this.#checkOpen(doc);
    const width = doc.indices.stop - doc.indices.start;
    if (this.frames !== 0 && width !== this.frames) {
      throw new EventModelValueError(
        `Received the indices ${doc.indices.start} to ${doc.indices.stop} of '${field}', ${width} frames, where others have ${this.frames}.`,
      );
    }
    this.frames = width;
    this.#filled.add(field);
    const start = this.streams.nextSeq.get(stream.name) ?? 1;
    return { ...doc, descriptor: stream.descriptor.uid, seq_nums: { start, stop: start + width } };
  }

  /** Refuses what a device has filled in that only the engine knows. */
  #checkOpen({ uid, descriptor, seq_nums: { start, stop } }: StreamDatum): void {
    if (descriptor !== '') {
      throw new EventModelError(
        `The stream_datum ${uid} names a descriptor, ${descriptor}; a device leaves it empty for the engine.`,
      );
    }
    if (start !== 0 || stop !== 0) {
      throw new EventModelValueError(
        `The stream_datum ${uid} has seq_nums ${start} to ${stop}; a device leaves them 0 to 0 for the engine.`,
      );
    }
  }
}
