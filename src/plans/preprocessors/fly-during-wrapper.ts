import type { Flyable } from '../../devices/index.js';
import type { Plan } from '../../engine/index.js';
import { Msg } from '../../engine/index.js';
import { groupId } from '../plan-stubs.js';
import { aroundRuns } from './around-runs.js';
import type { PlanDecorator } from './decorator.js';
import { decorator } from './decorator.js';

/**
 * Lets flyers run during every run of a plan: starts them at its beginning, collects from them at its end.
 *
 * @param plan - the plan
 * @param flyers - devices that acquire on their own
 */
export function flyDuringWrapper<R>(plan: Plan<R>, flyers: Iterable<Flyable>): Plan<R> {
  const all = [...flyers];
  const kickoffs = groupId('flyers-kickoff');
  const completions = groupId('flyers-complete');
  return aroundRuns(plan, {
    opened: () => startedAll('kickoff', all, kickoffs),
    *closing() {
      yield* startedAll('complete', all, completions);
      for (const flyer of all) yield new Msg('collect', flyer);
    },
  });
}

/** {@link flyDuringWrapper} as a decorator. */
export function flyDuringDecorator(flyers: Iterable<Flyable>): PlanDecorator {
  return decorator((plan) => flyDuringWrapper(plan, flyers));
}

function* startedAll(command: 'kickoff' | 'complete', flyers: readonly Flyable[], group: string): Plan {
  for (const flyer of flyers) yield new Msg(command, flyer, [], { group });
  if (flyers.length > 0) yield new Msg('wait', null, [], { group });
}
