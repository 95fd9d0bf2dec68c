import type { Plan, Subs } from '../../engine/index.js';
import { Msg, normalizeSubs } from '../../engine/index.js';
import type { PlanDecorator } from './decorator.js';
import { decorator } from './decorator.js';
import { finalizeWrapper } from './finalize-wrapper.js';

/**
 * Subscribes callbacks to the documents of a plan.
 *
 * @param plan - the plan
 * @param subs - a callback, a list of them, or an object by document name
 * @returns what the plan returns
 * @example
 * ```ts
 * await RE(subsWrapper(count([det], 3), [new LiveTable([det])]))
 * ```
 */
export function subsWrapper<R>(plan: Plan<R>, subs: Subs): Plan<R> {
  const tokens: unknown[] = [];
  return finalizeWrapper(subscribed(plan, subs, tokens), () => unsubscribed(tokens));
}

/**
 * {@link subsWrapper} as a decorator: a plan of your own that brings its table and its plot.
 *
 * @example
 * ```ts
 * const watched = subsDecorator([new LiveTable([motor, det]), new LivePlot('det', 'motor')])(scan)
 * await RE(watched([det], motor, -1, 1, 5))
 * ```
 */
export function subsDecorator(subs: Subs): PlanDecorator {
  return decorator((plan) => subsWrapper(plan, subs));
}

function* subscribed<R>(plan: Plan<R>, subs: Subs, tokens: unknown[]): Plan<R> {
  for (const { callback, name } of normalizeSubs(subs)) {
    tokens.push(yield new Msg('subscribe', null, [callback, name]));
  }
  return yield* plan;
}

function* unsubscribed(tokens: readonly unknown[]): Plan {
  for (const token of tokens) yield new Msg('unsubscribe', null, [], { token });
}
