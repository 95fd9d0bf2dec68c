import type { Plan } from '../../engine/index.js';
import { installSuspender, removeSuspender } from '../plan-stubs.js';
import type { PlanDecorator } from './decorator.js';
import { decorator } from './decorator.js';
import { finalizeWrapper } from './finalize-wrapper.js';

/**
 * Lets suspenders watch over a plan, and takes them away however it ends.
 *
 * @param plan - the plan
 * @param suspenders - one, or a list
 */
export function suspendWrapper<R>(plan: Plan<R>, suspenders: object | readonly object[]): Plan<R> {
  const all: readonly object[] = Array.isArray(suspenders) ? suspenders : [suspenders];
  return finalizeWrapper(watched(plan, all), () => unwatched(all));
}

/** {@link suspendWrapper} as a decorator. */
export function suspendDecorator(suspenders: object | readonly object[]): PlanDecorator {
  return decorator((plan) => suspendWrapper(plan, suspenders));
}

function* watched<R>(plan: Plan<R>, suspenders: readonly object[]): Plan<R> {
  for (const suspender of suspenders) yield* installSuspender(suspender);
  return yield* plan;
}

function* unwatched(suspenders: readonly object[]): Plan {
  for (const suspender of suspenders) yield* removeSuspender(suspender);
}
