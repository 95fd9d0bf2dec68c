import type { CallOutcome } from './call-outcome.js';
import { FailedPause, RunEngineInterrupted } from './errors.js';
import type { EngineState } from './state-machine.js';

/** What a cell is told when its plan was paused. */
export const PAUSED: string =
  'Paused at the last checkpoint. `await RE.resume()` goes on; `await RE.stop()`, `RE.abort()` or `RE.halt()` ends the plan.';

const NOT_RESUMABLE = 'The plan was paused where it cannot be resumed, so it was aborted.';

const WENT_ON =
  'The plan was to be ended, or to be paused where it cannot be resumed, but it caught the error and went on to its end.';

/** Why another plan cannot be run now. */
export function busyText(state: EngineState): string {
  if (state === 'paused') {
    return 'The RunEngine is paused. First go on with `await RE.resume()`, or end the plan with `await RE.stop()`, `RE.abort()` or `RE.halt()`.';
  }
  return `The RunEngine is in a ${state} state. Was \`await\` forgotten before the last RE(...)?`;
}

/** What a cell is told whose plan was ended by somebody. */
export function interruption({ error }: CallOutcome): RunEngineInterrupted {
  if (error === undefined) return new RunEngineInterrupted(WENT_ON);
  if (error instanceof FailedPause) return new RunEngineInterrupted(NOT_RESUMABLE);
  return new RunEngineInterrupted(error instanceof Error ? error.message : 'The plan was interrupted.');
}
