import type { Msg, Plan } from '../../engine/index.js';
import { planMutator } from './plan-mutator.js';

/** Plans for each run of a plan: after it was opened, and before it is closed. */
export interface AroundRun {
  opened(msg: Msg): Plan<unknown>;
  closing(msg: Msg): Plan<unknown>;
}

/** Runs plans at the beginning and at the end of each run of a plan. */
export function aroundRuns<R>(plan: Plan<R>, { opened, closing }: AroundRun): Plan<R> {
  return planMutator(plan, (msg) => {
    if (msg.command === 'open_run') return [null, opened(msg)];
    if (msg.command === 'close_run') return [thenYield(closing(msg), msg)];
    return null;
  });
}

function* thenYield(plan: Plan<unknown>, msg: Msg): Plan {
  yield* plan;
  yield msg;
}
