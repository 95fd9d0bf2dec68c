/**
 * Documents: what a run tells the world, in event-model's terms.
 *
 * @module
 */
export { bulkDatumToDatumPage, bulkEventsToEventPages } from './bulk-pages.js';
export type { ComposedDescriptor, DescriptorFields } from './compose-descriptor.js';
export type { EventFields, EventPageFields } from './compose-event.js';
export type { ComposeOptions } from './compose-options.js';
export { composeResource } from './compose-resource.js';
export type { ComposedResource, ResourceFields } from './compose-resource.js';
export { composeRun } from './compose-run.js';
export type { ComposedRun, RunOptions, StopFields } from './compose-run.js';
export { composeStreamResource } from './compose-stream-resource.js';
export type { ComposedStreamResource, StreamDatumFields, StreamResourceFields } from './compose-stream-resource.js';
export { mergeDatumPages, packDatumPage, rechunkDatumPages, unpackDatumPage } from './datum-pages.js';
export { documentToJson } from './document-json.js';
export { DocumentLabels } from './document-labels.js';
export { DOCUMENT_NAMES, isDocumentName } from './documents.js';
export type { DocumentName, Documents, Named } from './documents.js';
export {
  DataNotAccessible,
  DuplicateHandler,
  EventModelError,
  EventModelKeyError,
  EventModelRuntimeError,
  EventModelTypeError,
  EventModelValidationError,
  EventModelValueError,
  MismatchedDataKeys,
  UndefinedAssetSpecification,
  UnfilledData,
  UnresolvableForeignKeyError,
} from './errors.js';
export { mergeEventPages, packEventPage, rechunkEventPages, unpackEventPage } from './event-pages.js';
export { Filler } from './filler.js';
export type { FillerOptions, FillOptions } from './filler.js';
export type { BulkDatum } from './generated/bulk-datum.js';
export type { BulkEvent, BulkEvents } from './generated/bulk-events.js';
export type { Datum } from './generated/datum.js';
export type { DatumPage } from './generated/datum-page.js';
export type { Event } from './generated/event.js';
export type {
  Configuration,
  DataKey,
  DeviceHints,
  Dtype,
  EventDescriptor,
  Limits,
  LimitsRange,
  RdsRange,
} from './generated/event-descriptor.js';
export type { EventPage } from './generated/event-page.js';
export type { Resource } from './generated/resource.js';
export type { Projections, RunHints, RunStart } from './generated/run-start.js';
export type { ExitStatus, RunStop } from './generated/run-stop.js';
export type { StreamDatum, StreamRange } from './generated/stream-datum.js';
export type { StreamResource } from './generated/stream-resource.js';
export type { Handler, HandlerFactory, HandlerRegistry, Kwargs } from './handlers.js';
export { fromJson, toJson } from './json.js';
export { isNDArray, ndArray, toLists } from './nd-array.js';
export type { NDArray, NestedList, NumpyDtype, TypedArray } from './nd-array.js';
export { NoFiller } from './no-filler.js';
export { DocumentParseError, parseDocuments } from './parse-documents.js';
export { readDocuments } from './read-documents.js';
export type { DocumentSource } from './read-documents.js';
export type { Receiver } from './receiver.js';
export type { ValueOrigin } from './referred-documents.js';
export { DocumentRouter } from './router.js';
export type { Emitter, RouterOptions } from './router.js';
export { RunRouter } from './run-router.js';
export type { RunFactory, RunRouterOptions, StreamFactory } from './run-router.js';
export { sanitizeDoc } from './sanitize-doc.js';
export { SingleRunDocumentRouter } from './single-run-router.js';
export { fromTagged, toTagged } from './tagged-json.js';
export { validate } from './validate.js';
export { verifyFilled } from './verify-filled.js';
