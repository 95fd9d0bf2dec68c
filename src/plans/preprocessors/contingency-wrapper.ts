import type { Plan } from '../../engine/index.js';
import { Msg } from '../../engine/index.js';
import type { PlanDecorator } from './decorator.js';
import { decorator } from './decorator.js';

/** What may follow a plan; see {@link contingencyWrapper}. */
export interface Contingencies {
  /** Runs when the plan fails, with the error, which is thrown again afterwards. */
  exceptPlan?: ((error: unknown) => Plan<unknown>) | null;
  /** Runs when the plan comes to its end. */
  elsePlan?: (() => Plan<unknown>) | null;
  /** Runs in either case, at last. */
  finalPlan?: (() => Plan<unknown>) | null;
  /** Whether to pause when the plan fails, before anything follows it; default false. */
  pauseForDebug?: boolean;
  /** Whether an error that `exceptPlan` has dealt with is thrown again; default true. */
  autoRaise?: boolean;
}

/**
 * Follows a plan by others, as `try`, `catch` and `finally` do.
 *
 * After `RE.halt()` none of them runs: the engine then forgets the plan instead of ending it.
 *
 * @returns what the plan returns; without `autoRaise`, what `exceptPlan` returns where the plan has failed
 * @example
 * ```ts
 * const careful = contingencyWrapper(scan([det], motor, -1, 1, 5), {
 *   exceptPlan: () => mv(motor, 0),
 *   autoRaise: false,
 * })
 * ```
 */
export function* contingencyWrapper<R>(plan: Plan<R>, contingencies: Contingencies): Plan<R> {
  const { exceptPlan, elsePlan, finalPlan, pauseForDebug = false, autoRaise = true } = contingencies;
  try {
    let returned: R;
    try {
      returned = yield* plan;
    } catch (error) {
      if (pauseForDebug) yield new Msg('pause', null, [], { defer: false });
      if (!exceptPlan) throw error;
      const instead = yield* exceptPlan(error);
      if (autoRaise) throw error;
      return instead as R;
    }
    if (elsePlan) yield* elsePlan();
    return returned;
  } finally {
    if (finalPlan) yield* finalPlan();
  }
}

/** {@link contingencyWrapper} as a decorator. */
export function contingencyDecorator(contingencies: Contingencies): PlanDecorator {
  return decorator((plan) => contingencyWrapper(plan, contingencies));
}
