/**
 * livesky: data acquisition and its live visualization and processing.
 *
 * @module
 */
export { CallbackBase, LivePlot, LiveTable } from './callbacks/index.js';
export type { FieldOrDevice, LivePlotOptions, LiveTableOptions, PlottedLine } from './callbacks/index.js';
export { Status } from './devices/index.js';
export type { Motor, Movable, Readable, Reading, Readings, StatusLike, Triggerable } from './devices/index.js';
export {
  composeRun,
  DocumentParseError,
  DocumentRouter,
  EventModelValidationError,
  Filler,
  ndArray,
  packEventPage,
  parseDocuments,
  readDocuments,
  RunRouter,
  SingleRunDocumentRouter,
  unpackEventPage,
  validate,
} from './documents/index.js';
export type {
  DataKey,
  Datum,
  DocumentName,
  Documents,
  Event,
  EventDescriptor,
  EventPage,
  Named,
  NDArray,
  Resource,
  RunStart,
  RunStop,
  StreamDatum,
  StreamResource,
} from './documents/index.js';
export { CallbackError, Msg, replay, RunEngine, RunEngineInterrupted } from './engine/index.js';
export type { Callback, EngineState, Metadata, Plan, RunEngineOptions, RunEngineResult, Subs } from './engine/index.js';
export { absSet, count, mv, scan, sleep, triggerAndRead } from './plans/index.js';
export type { CountOptions, ScanOptions } from './plans/index.js';
