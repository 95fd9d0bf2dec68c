/**
 * Documents: what a run tells the world, in event-model's terms.
 *
 * @module
 */
export type { BulkDatum } from './bulk-datum.js';
export type { BulkEvents } from './bulk-events.js';
export type { Datum } from './datum.js';
export type { DatumPage } from './datum-page.js';
export { DocumentLabels } from './document-labels.js';
export { DOCUMENT_NAMES, isDocumentName } from './documents.js';
export type { DocumentName, Documents, Named } from './documents.js';
export type { Event } from './event.js';
export type { Configuration, DataKey, DeviceHints, Dtype, EventDescriptor } from './event-descriptor.js';
export { unpackEventPage } from './event-pages.js';
export type { EventPage } from './event-page.js';
export { DocumentParseError, parseDocuments } from './parse-documents.js';
export type { Resource } from './resource.js';
export type { RunHints, RunStart } from './run-start.js';
export type { ExitStatus, RunStop } from './run-stop.js';
export type { StreamDatum, StreamRange } from './stream-datum.js';
export type { StreamResource } from './stream-resource.js';
export { fromTagged, toTagged } from './tagged-json.js';
