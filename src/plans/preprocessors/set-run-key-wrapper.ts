import type { Plan } from '../../engine/index.js';
import { PlanArgumentError } from '../check-arguments.js';
import type { PlanDecorator } from './decorator.js';
import { decorator } from './decorator.js';
import { msgMutator, replaced } from './msg-mutator.js';

/**
 * Gives a plan's messages a run's key, so that several runs can be open at once.
 *
 * @param plan - the plan
 * @param run - the key, such as `'outer'`; messages that have one already keep it
 * @throws `PlanArgumentError` if the key is null
 */
export function* setRunKeyWrapper<R>(plan: Plan<R>, run: unknown): Plan<R> {
  if (run === null || run === undefined) throw new PlanArgumentError('run ID can not be None');
  return yield* msgMutator(plan, (msg) => (msg.run === null ? replaced(msg, { run }) : msg));
}

/** {@link setRunKeyWrapper} as a decorator. */
export function setRunKeyDecorator(run: unknown): PlanDecorator {
  return decorator((plan) => setRunKeyWrapper(plan, run));
}
