/**
 * Devices: what an engine asks of them, the status of what they do, and a kit to make them with.
 *
 * @module
 */
export { Device } from './device.js';
export type { Component, DeviceOptions } from './device.js';
export { DevicePart } from './device-part.js';
export type { DevicePartOptions } from './device-part.js';
export { DeviceStatus } from './device-status.js';
export type { DeviceStatusOptions } from './device-status.js';
export { EnumSignal } from './enum-signal.js';
export type { EnumSignalOptions } from './enum-signal.js';
export { LimitError, ReadingError, ReadOnlyError, ReadTimeoutError, RedundantStaging, SetError } from './errors.js';
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
export type { Kind } from './kind.js';
export { MoveStatus } from './move-status.js';
export type { Positioner } from './move-status.js';
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
export { PseudoPositioner } from './pseudo-positioner.js';
export type { Positions, RealMotor } from './pseudo-positioner.js';
export { PseudoSingle } from './pseudo-single.js';
export type { PseudoSingleOptions } from './pseudo-single.js';
export { Signal } from './signal.js';
export type { SignalOptions } from './signal.js';
export { SignalRO } from './signal-ro.js';
export type { SignalROOptions } from './signal-ro.js';
export { SoftPositioner } from './soft-positioner.js';
export type { SoftPositionerOptions } from './soft-positioner.js';
export { isStatus, Status, StatusEndedError, StatusTimeoutError, UnknownStatusFailure } from './status.js';
export type { Progress, StatusLike, StatusOptions } from './status.js';
export { SubscriptionStatus } from './subscription-status.js';
export type { Following, SubscriptionStatusOptions } from './subscription-status.js';
export type { Change, ChangeCallback, SubscribeOptions } from './subscriptions.js';
export { dtypeOf, shapeOf } from './values.js';
export type { Limits } from './values.js';
