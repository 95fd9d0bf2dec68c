import type { Plan } from '../../engine/index.js';
import { print } from '../../host/index.js';
import { PlanSummary } from '../plan-summary.js';
import { msgMutator } from './msg-mutator.js';

/** Prints what a plan does while it runs: runs, moves, and what each event reads. */
export function printSummaryWrapper<R>(plan: Plan<R>): Plan<R> {
  const summary = new PlanSummary();
  return msgMutator(plan, (msg) => {
    const line = summary.take(msg);
    if (line !== undefined) print(line);
    return msg;
  });
}
