import type { Plan } from '../../engine/index.js';
import { failureReason } from '../../engine/index.js';
import { closeRun, openRun } from '../plan-stubs.js';
import { contingencyWrapper } from './contingency-wrapper.js';

/**
 * Puts a plan inside a run: opens it before, closes it after, and says in its stop document how the
 * plan ended. Gives the run's uid.
 */
export function* runWrapper(plan: Plan<unknown>, md: Readonly<Record<string, unknown>> = {}): Plan<string> {
  const uid = yield* openRun(md);
  yield* contingencyWrapper(plan, { exceptPlan: closeFailed, elsePlan: closeRun });
  return uid;
}

function closeFailed(error: unknown): Plan<string> {
  if (isControl(error)) return closeRun({ exitStatus: error.exitStatus, reason: error.reason || null });
  return closeRun({ exitStatus: 'fail', reason: failureReason(error) });
}

/** A request to stop or abort, of whichever copy of livesky. */
function isControl(error: unknown): error is { exitStatus: 'success' | 'abort'; reason: string } {
  const { exitStatus } = (error ?? {}) as { exitStatus?: unknown };
  return exitStatus === 'success' || exitStatus === 'abort';
}
