import { messageOf } from '../text/index.js';
import { giveRole, hasRole } from './error-role.js';

/** `RE(...)` did not reach the plan's end: it was paused, stopped, aborted or halted. */
export class RunEngineInterrupted extends Error {
  override readonly name = 'RunEngineInterrupted';
}

// Tells the kernel to print one line, not to show an error: this says what happened, not what went wrong.
Object.defineProperty(RunEngineInterrupted.prototype, Symbol.for('livesky.notice'), { value: 'quiet' });

/** Base of what is thrown into a plan to end it early. */
export abstract class RunEngineControlException extends Error {
  /** What the run's stop document says. */
  abstract readonly exitStatus: 'success' | 'abort';
  /** The user's reason, which the stop document keeps. */
  abstract readonly reason: string;
}
giveRole(RunEngineControlException, 'request-to-end');

/** Whether an error asks for the end of the plan. */
export function isRequestToEnd(error: unknown): error is RunEngineControlException {
  return hasRole(error, 'request-to-end');
}

/** Thrown into a plan by `RE.abort(reason)`. */
export class RequestAbort extends RunEngineControlException {
  override readonly name = 'RequestAbort';
  readonly exitStatus = 'abort';

  constructor(readonly reason: string) {
    super(reason === '' ? 'The plan was aborted.' : `The plan was aborted: ${reason}`);
  }
}

/** Thrown into a plan by `RE.stop()`. */
export class RequestStop extends RunEngineControlException {
  override readonly name = 'RequestStop';
  readonly exitStatus = 'success';
  readonly reason = '';

  constructor() {
    super('The plan was stopped.');
  }
}

/** Ends a plan by `RE.halt()`; the plan never sees it, since its cleanup is skipped. */
export class PlanHalt extends Error {
  override readonly name = 'PlanHalt';

  constructor() {
    super('The plan was halted, without its cleanup.');
  }
}
giveRole(PlanHalt, 'halt');

/** A pause was asked for where the plan cannot be resumed. Its message is empty, as a stop document's reason. */
export class FailedPause extends Error {
  override readonly name = 'FailedPause';
}
giveRole(FailedPause, 'failed-pause');

/** A device's action failed; `cause` is the device's own error. */
export class FailedStatus extends Error {
  override readonly name = 'FailedStatus';
}

/** Messages came in an order that makes no sense, such as a `save` without a `create`. */
export class IllegalMessageSequence extends Error {
  override readonly name = 'IllegalMessageSequence';
}

/** A message with a command that the engine does not know. */
export class InvalidCommand extends Error {
  override readonly name = 'InvalidCommand';
}

/** A message whose arguments make no sense. */
export class InvalidMessage extends TypeError {
  override readonly name = 'InvalidMessage';
}

/** Something other than a message came out of a plan, or a plan is not one. */
export class InvalidPlan extends TypeError {
  override readonly name = 'InvalidPlan';
}

/** A device lacks a method that a message needs, or answered with something unusable. */
export class DeviceError extends TypeError {
  override readonly name = 'DeviceError';
}

/** A request that the engine's present state does not allow. */
export class TransitionError extends Error {
  override readonly name = 'TransitionError';

  /** For a pause that was asked for in a state in which nothing can be paused. */
  static ofPause(state: string): TransitionError {
    return new TransitionError(`Run Engine is in '${state}' state and can not be paused.`);
  }
}

/** `RE(...)` was called while a plan was under way. */
export class RunEngineBusy extends Error {
  override readonly name = 'RunEngineBusy';
}

/** A subscription that cannot work. */
export class SubscriptionError extends TypeError {
  override readonly name = 'SubscriptionError';
}

/**
 * A callback failed on a document; `cause` is what it has thrown.
 *
 * The message names the callback and the document.
 */
export class CallbackError extends Error {
  override readonly name = 'CallbackError';

  constructor(message: string, cause: unknown) {
    super(message, { cause });
    // The way through the engine says nothing to anybody; the cause shows where the callback failed.
    if (cause instanceof Error) this.stack = `${this.name}: ${message}`;
  }
}
giveRole(CallbackError, 'callback');

/** A suspender that cannot work: its signal, its thresholds, its times. */
export class SuspenderError extends TypeError {
  override readonly name = 'SuspenderError';
}

/** Metadata that a document cannot hold. */
export class MetadataError extends TypeError {
  override readonly name = 'MetadataError';
}

/** Thrown by a device's `pause()` to say that nothing since the last checkpoint may be taken again. */
export class NoReplayAllowed extends Error {
  override readonly name = 'NoReplayAllowed';
}

/** A ramp ended before the device that it was about. */
export class RampFail extends Error {
  override readonly name = 'RampFail';
}

/** A `wait` took longer than its timeout. */
export class WaitForTimeoutError extends Error {
  override readonly name = 'WaitForTimeoutError';
}

/** What a run's stop document says of a failure: a callback's own words, as Python has it. */
export function failureReason(error: unknown): string {
  return hasRole(error, 'callback') ? failureReason((error as CallbackError).cause) : messageOf(error);
}
