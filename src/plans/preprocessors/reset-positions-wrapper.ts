import type { Plan } from '../../engine/index.js';
import { Msg } from '../../engine/index.js';
import { groupId } from '../plan-stubs.js';
import type { PlanDecorator } from './decorator.js';
import { decorator } from './decorator.js';
import { finalizeWrapper } from './finalize-wrapper.js';
import { InitialPositions } from './initial-positions.js';
import { planMutator } from './plan-mutator.js';

/**
 * Sends the devices that a plan sets back to where they were, however it ends.
 *
 * @param plan - the plan
 * @param devices - the devices that count; default all that the plan sets
 * @returns what the plan returns
 * @example
 * ```ts
 * await RE(resetPositionsWrapper(scan([det], motor, -1, 1, 5)))
 * ```
 */
export function resetPositionsWrapper<R>(plan: Plan<R>, devices: Iterable<unknown> | null = null): Plan<R> {
  const initial = new InitialPositions(devices);
  return finalizeWrapper(planMutator(plan, initial.look), () => sentBack(initial));
}

/** {@link resetPositionsWrapper} as a decorator. */
export function resetPositionsDecorator(devices: Iterable<unknown> | null = null): PlanDecorator {
  return decorator((plan) => resetPositionsWrapper(plan, devices));
}

function* sentBack(initial: InitialPositions): Plan {
  const group = groupId('reset');
  for (const [device, position] of initial.toReset()) yield new Msg('set', device, [position], { group });
  yield new Msg('wait', null, [], { group });
}
