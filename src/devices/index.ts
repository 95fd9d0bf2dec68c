/**
 * Devices: what an engine asks of them, and the status of what they do.
 *
 * @module
 */
export { hasMethod, isReadable, nameOf } from './protocols.js';
export type {
  AssetDocument,
  Awaitable,
  Checkable,
  Collectable,
  Configurable,
  DataKeys,
  EventCollectable,
  EventPageCollectable,
  FieldDescription,
  Flyable,
  HasHints,
  HasName,
  HasParent,
  Locatable,
  Location,
  ManyOf,
  Motor,
  Movable,
  PartialEvent,
  PartialEventPage,
  Pausable,
  Preparable,
  Readable,
  Reading,
  Readings,
  Stageable,
  StatusOrPromise,
  Stoppable,
  Subscribable,
  Triggerable,
  ValueOf,
  WritesExternalAssets,
  WritesStreamAssets,
} from './protocols.js';
export { isStatus, Status, StatusEndedError, UnknownStatusFailure } from './status.js';
export type { Progress, StatusLike } from './status.js';
