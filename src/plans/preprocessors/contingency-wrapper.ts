import type { Plan } from '../../engine/index.js';

/** What may follow a plan; see {@link contingencyWrapper}. */
export interface Contingencies {
  /** Runs when the plan fails, with the error, which is thrown again afterwards. */
  exceptPlan?: (error: unknown) => Plan<unknown>;
  /** Runs when the plan comes to its end. */
  elsePlan?: () => Plan<unknown>;
  /** Runs in either case, at last. */
  finalPlan?: () => Plan<unknown>;
}

/**
 * Follows a plan by others, as `try`, `catch` and `finally` do.
 *
 * After `RE.halt()` none of them runs: the engine then forgets the plan instead of ending it.
 */
export function* contingencyWrapper<R>(plan: Plan<R>, { exceptPlan, elsePlan, finalPlan }: Contingencies): Plan<R> {
  try {
    const result = yield* guarded(plan, exceptPlan);
    if (elsePlan) yield* elsePlan();
    return result;
  } finally {
    if (finalPlan) yield* finalPlan();
  }
}

function* guarded<R>(plan: Plan<R>, exceptPlan: Contingencies['exceptPlan']): Plan<R> {
  try {
    return yield* plan;
  } catch (error) {
    if (exceptPlan) yield* exceptPlan(error);
    throw error;
  }
}

/** Follows a plan by another, however it ends; not after `RE.halt()`. */
export function finalizeWrapper<R>(plan: Plan<R>, finalPlan: () => Plan<unknown>): Plan<R> {
  return contingencyWrapper(plan, { finalPlan });
}
