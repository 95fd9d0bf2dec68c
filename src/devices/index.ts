/**
 * Devices: what an engine asks of them, and the status of what they do.
 *
 * @module
 */
export type {
  AnyIterable,
  AssetDocument,
  Collectable,
  CollectDescription,
  EventCollectable,
  EventPageCollectable,
  Flyable,
  PartialEvent,
  PartialEventPage,
  StreamAssetDocument,
  WritesExternalAssets,
  WritesStreamAssets,
} from './flyer-protocols.js';
export { hasMethod, isReadable, nameOf } from './protocols.js';
export type {
  Awaitable,
  Checkable,
  Configurable,
  DataKeys,
  FieldDescription,
  HasHints,
  HasName,
  HasParent,
  Locatable,
  Location,
  Motor,
  Movable,
  Pausable,
  Preparable,
  Readable,
  Reading,
  Readings,
  ReadingsCallback,
  Stageable,
  StatusOrPromise,
  Stoppable,
  Subscribable,
  Triggerable,
  ValueOf,
} from './protocols.js';
export { isStatus, Status, StatusEndedError, UnknownStatusFailure } from './status.js';
export type { Progress, StatusLike } from './status.js';
