import { messageOf } from '../text/index.js';
import { hasRole } from './error-role.js';
import { failureReason, isRequestToEnd } from './errors.js';
import type { RunEngineResult } from './run-engine-options.js';

/** How a call ended. */
export interface CallOutcome {
  exitStatus: 'success' | 'abort' | 'fail';
  reason: string;
  /** What the plan returned; undefined if it did not come to its end. */
  returned?: { value: unknown };
  /** What to throw at the caller, or what ended the plan early. */
  error?: unknown;
}

/** How a call ended, as the engine gives it where that is asked for. */
export function resultOf(
  { exitStatus, reason, returned, error }: CallOutcome,
  runStartUids: string[],
  interrupted: boolean,
): RunEngineResult {
  return { runStartUids, planResult: returned?.value, exitStatus, interrupted, reason, exception: error ?? null };
}

/** The outcome of a call that ended with an error: a request to end it, or something that went wrong. */
export function outcomeOfError(error: unknown): CallOutcome {
  if (isRequestToEnd(error)) return { exitStatus: error.exitStatus, reason: error.reason, error };
  if (hasRole(error, 'halt')) return { exitStatus: 'abort', reason: '', error };
  if (hasRole(error, 'failed-pause')) return { exitStatus: 'abort', reason: messageOf(error), error };
  return { exitStatus: 'fail', reason: failureReason(error), error };
}
