/**
 * The engine: messages in, documents out.
 *
 * @module
 */
export { Callable } from './callable.js';
export type { Callback, NameCallback } from './callback.js';
export {
  CallbackError,
  DeviceError,
  FailedPause,
  FailedStatus,
  failureReason,
  IllegalMessageSequence,
  InvalidCommand,
  InvalidMessage,
  InvalidPlan,
  MetadataError,
  NoReplayAllowed,
  PlanHalt,
  RampFail,
  RequestAbort,
  RequestStop,
  RunEngineBusy,
  RunEngineControlException,
  RunEngineInterrupted,
  SubscriptionError,
  SuspenderError,
  TransitionError,
  WaitForTimeoutError,
} from './errors.js';
export { isMsg, Msg } from './msg.js';
export type { Plan } from './msg.js';
export type { PlanInput } from './plan-input.js';
export { replay } from './replay.js';
export type { ReplayOptions } from './replay.js';
export { RunEngine } from './run-engine.js';
export type {
  MdNormalizer,
  MdValidator,
  Metadata,
  Preprocessor,
  RunEngineOptions,
  RunEngineResult,
  ScanIdSource,
} from './run-engine-options.js';
export type { EngineState } from './state-machine.js';
export type { DeclaredStream } from './run-bundler.js';
export { normalizeSubs } from './subscriptions.js';
export type { OnError, Subs, Subscription } from './subscriptions.js';
export {
  SuspendBoolHigh,
  SuspendBoolLow,
  SuspendCeil,
  SuspenderBase,
  SuspendFloor,
  SuspendInBand,
  SuspendOutBand,
  SuspendWhenChanged,
  SuspendWhenOutsideBand,
} from './suspenders/index.js';
export type {
  SuspendableEngine,
  Suspender,
  SuspenderOptions,
  ThresholdOptions,
  WatchedSignal,
  WhenChangedOptions,
} from './suspenders/index.js';
export type { SuspendOptions, SuspensionPlan } from './suspension.js';
export type { WaitingHook } from './waiting-notices.js';
