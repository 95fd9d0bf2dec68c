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
  const { elsePlan, finalPlan, exceptPlan, pauseForDebug } = contingencies;
  try {
    if (!exceptPlan && !pauseForDebug && !elsePlan) return yield* plan;
    const { value, failed } = yield* guarded(plan, contingencies);
    if (elsePlan && !failed) yield* elsePlan();
    return value;
  } finally {
    if (finalPlan) yield* finalPlan();
  }
}

function* guarded<R>(
  plan: Plan<R>,
  { exceptPlan, pauseForDebug = false, autoRaise = true }: Contingencies,
): Plan<{ value: R; failed: boolean }> {
  try {
    return { value: yield* plan, failed: false };
  } catch (error) {
    if (pauseForDebug) yield new Msg('pause', null, [], { defer: false });
    if (!exceptPlan) throw error;
    const value = (yield* exceptPlan(error)) as R;
    if (autoRaise) throw error;
    return { value, failed: true };
  }
}

/** {@link contingencyWrapper} as a decorator. */
export function contingencyDecorator(contingencies: Contingencies): PlanDecorator {
  return decorator((plan) => contingencyWrapper(plan, contingencies));
}
