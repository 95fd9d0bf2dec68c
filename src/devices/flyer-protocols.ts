import type { Datum, EventPage, Resource, StreamDatum, StreamResource } from '../documents/index.js';
import type { Awaitable, DataKeys, HasName, StatusOrPromise } from './protocols.js';

/** What can be gone through, at once or as it comes. */
export type AnyIterable<T> = Iterable<T> | AsyncIterable<T>;

/** A device that measures on its own from `kickoff` on, until it is complete. */
export interface Flyable extends HasName {
  /** Begins; the status ends when data are being taken. */
  kickoff(...args: unknown[]): StatusOrPromise;
  /** Asks it to come to its end; the status ends when it has. */
  complete(...args: unknown[]): StatusOrPromise;
}

/** An event as a flyer gives it: the engine adds number, uid, time and descriptor. */
export interface PartialEvent {
  data: Record<string, unknown>;
  timestamps: Record<string, number>;
  /** Seconds since the Unix epoch; the event's own time is that of its collection. */
  time?: number;
  filled?: Record<string, boolean | string>;
}

/** A page of events as a flyer gives it: a list for each field. */
export type PartialEventPage = Pick<EventPage, 'data' | 'timestamps'> & { time?: readonly number[] };

/** What a stream's fields are; or, by the name of each stream, what its fields are. */
export type CollectDescription = DataKeys | Record<string, DataKeys>;

/** A device whose data are collected from time to time rather than read. */
export interface Collectable extends HasName {
  describeCollect(): Awaitable<CollectDescription>;
}

/** A device that gives what it has gathered event by event. */
export interface EventCollectable extends Collectable {
  collect(): Awaitable<AnyIterable<PartialEvent>>;
}

/** A device that gives what it has gathered in pages. */
export interface EventPageCollectable extends Collectable {
  collectPages(): Awaitable<AnyIterable<PartialEventPage>>;
}

/** A document that says where values lie: `['resource', {...}]` or `['datum', {...}]`. */
export type AssetDocument = readonly ['resource', Resource] | readonly ['datum', Datum];

/** A document that says where values are being written: `['stream_resource', {...}]` or `['stream_datum', {...}]`. */
export type StreamAssetDocument = readonly ['stream_resource', StreamResource] | readonly ['stream_datum', StreamDatum];

/** A device whose values lie in files; its readings hold `datum_id`s. */
export interface WritesExternalAssets {
  /** The resources and datums since it was last asked. */
  collectAssetDocs(): Awaitable<AnyIterable<AssetDocument>>;
}

/** A device that writes its values as a stream, into files or elsewhere. */
export interface WritesStreamAssets {
  /** The documents since it was last asked; with an index, only as far as that. */
  collectAssetDocs(index?: number | null): Awaitable<AnyIterable<StreamAssetDocument>>;
  /** How many frames it has written. */
  getIndex(): Awaitable<number>;
}
