import type { Plan } from '../../engine/index.js';
import { Msg } from '../../engine/index.js';
import type { PlanDecorator } from './decorator.js';
import { decorator } from './decorator.js';
import { finalizeWrapper } from './finalize-wrapper.js';

/**
 * Runs a plan of which no message is taken again after a pause, unless `rewindable` is true.
 *
 * @param plan - the plan
 * @param rewindable - whether its messages may be taken again
 */
export function rewindableWrapper<R>(plan: Plan<R>, rewindable: boolean): Plan<R> {
  return rewindable ? plan : withoutRewind(plan);
}

/** {@link rewindableWrapper} as a decorator. */
export function rewindableDecorator(rewindable: boolean): PlanDecorator {
  return decorator((plan) => rewindableWrapper(plan, rewindable));
}

function* withoutRewind<R>(plan: Plan<R>): Plan<R> {
  const before: unknown = yield new Msg('rewindable', null, [null]);
  if (before !== false) yield new Msg('rewindable', null, [false]);
  return yield* finalizeWrapper(plan, () => restored(before));
}

function* restored(before: unknown): Plan {
  if (before !== false) yield new Msg('rewindable', null, [before]);
}
