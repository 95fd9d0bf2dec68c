import type { Msg, Plan } from '../../engine/index.js';
import { isMsg } from '../../engine/index.js';
import { contingencyWrapper } from './contingency-wrapper.js';
import type { PlanDecorator } from './decorator.js';

/** What ends a plan: a function that makes a plan, or a plan. */
export type FinalPlan = (() => Iterable<Msg> | Plan<unknown>) | Iterable<Msg> | Plan<unknown> | Msg;

/**
 * Follows a plan by another, however it ends; not after `RE.halt()`.
 *
 * @param plan - the plan
 * @param finalPlan - what follows it: a function that makes a plan, or a plan
 * @param options - `pauseForDebug`: whether to pause when the plan fails, before the other runs
 * @returns what the plan returns
 * @example
 * ```ts
 * await RE(finalizeWrapper(scan([det], motor, -1, 1, 5), () => mv(motor, 0)))
 * ```
 */
export function finalizeWrapper<R>(
  plan: Plan<R>,
  finalPlan: FinalPlan,
  { pauseForDebug = false }: { pauseForDebug?: boolean } = {},
): Plan<R> {
  const made = typeof finalPlan === 'function' ? finalPlan : () => finalPlan;
  return contingencyWrapper(plan, { finalPlan: () => messagesOf(made()), pauseForDebug });
}

/**
 * {@link finalizeWrapper} as a decorator.
 *
 * @param finalPlan - a function that makes the plan to follow: each call of the decorated function needs its own
 * @example
 * ```ts
 * const careful = finalizeDecorator(() => mv(motor, 0))(scan)
 * await RE(careful([det], motor, -1, 1, 5))
 * ```
 */
export function finalizeDecorator(finalPlan: () => Plan<unknown>): PlanDecorator {
  return (make) =>
    function* (...args) {
      if (typeof finalPlan !== 'function') {
        throw new TypeError(
          'final_plan must be a callable (e.g., a generator function) not an iterable (e.g., a generator instance).',
        );
      }
      return yield* finalizeWrapper(make(...args), finalPlan);
    };
}

/** The messages of a plan in whichever form. */
export function messagesOf(given: Iterable<Msg> | Plan<unknown> | Msg): Plan<unknown> {
  if (isMsg(given)) return each([given]);
  return 'throw' in given ? (given as Plan<unknown>) : each(given);
}

function* each(messages: Iterable<Msg>): Plan {
  for (const msg of messages) yield msg;
}
