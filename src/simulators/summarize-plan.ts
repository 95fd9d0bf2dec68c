import type { PlanInput } from '../engine/index.js';
import { print } from '../host/index.js';
import { PlanSummary } from '../plans/plan-summary.js';

/**
 * Prints what a plan would do: its runs, its moves, and what each event reads. Nothing moves.
 *
 * Readings have no value in the meantime: `rd(device)` gives its default. A plan that needs a measured value to
 * go on fails here; the card of such a plan, which a cell shows for it, works with simulated ones.
 *
 * @param plan - the plan, which is used up by this
 * @param out - where each line goes; default: the console
 * @example
 * ```ts
 * summarizePlan(scan([det], motor, -1, 1, 3))
 * ```
 */
export function summarizePlan(plan: PlanInput, out: (line: string) => unknown = print): void {
  const summary = new PlanSummary();
  for (const msg of plan) {
    const line = summary.take(msg);
    if (line !== undefined) out(line);
  }
}
