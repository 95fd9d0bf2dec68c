import type { BulkDatum } from './generated/bulk-datum.js';
import type { BulkEvents } from './generated/bulk-events.js';
import type { Datum } from './generated/datum.js';
import type { DatumPage } from './generated/datum-page.js';
import type { Event } from './generated/event.js';
import type { EventDescriptor } from './generated/event-descriptor.js';
import type { EventPage } from './generated/event-page.js';
import type { Resource } from './generated/resource.js';
import type { RunStart } from './generated/run-start.js';
import type { RunStop } from './generated/run-stop.js';
import type { StreamDatum } from './generated/stream-datum.js';
import type { StreamResource } from './generated/stream-resource.js';

/** All kinds of documents by name, spelled as event-model spells them. */
export interface Documents {
  start: RunStart;
  descriptor: EventDescriptor;
  event: Event;
  stop: RunStop;
  event_page: EventPage;
  resource: Resource;
  datum: Datum;
  datum_page: DatumPage;
  stream_resource: StreamResource;
  stream_datum: StreamDatum;
  bulk_events: BulkEvents;
  bulk_datum: BulkDatum;
}

/** The name of a kind of document. */
export type DocumentName = keyof Documents;

/**
 * A document with its name, as a callback receives it.
 *
 * The name decides the type: after `if (name === 'event')`, `doc` is an event.
 */
export type Named<N extends DocumentName = DocumentName> = {
  [K in N]: [name: K, doc: Documents[K]];
}[N];

/** The twelve names, in event-model's order. */
export const DOCUMENT_NAMES: readonly DocumentName[] = [
  'start',
  'stop',
  'descriptor',
  'event',
  'datum',
  'resource',
  'event_page',
  'datum_page',
  'stream_resource',
  'stream_datum',
  'bulk_datum',
  'bulk_events',
];

const NAMES: ReadonlySet<unknown> = new Set(DOCUMENT_NAMES);

/** Whether `name` is one of the twelve. */
export function isDocumentName(name: unknown): name is DocumentName {
  return NAMES.has(name);
}
