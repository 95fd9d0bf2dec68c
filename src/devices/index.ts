/**
 * Devices: what an engine asks of them, and the status of what they do.
 *
 * @module
 */
export { hasMethod, isReadable, nameOf } from './protocols.js';
export type {
  Awaitable,
  Configurable,
  DataKeys,
  FieldDescription,
  HasHints,
  HasName,
  Motor,
  Movable,
  Pausable,
  Readable,
  Reading,
  Readings,
  Stageable,
  StatusOrPromise,
  Stoppable,
  Triggerable,
} from './protocols.js';
export { isStatus, Status, StatusEndedError, UnknownStatusFailure } from './status.js';
export type { Progress, StatusLike } from './status.js';
