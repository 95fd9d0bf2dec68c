import type { HasName } from '../../devices/index.js';
import type { Plan } from '../../engine/index.js';
import { monitor, unmonitor } from '../plan-stubs.js';
import { aroundRuns } from './around-runs.js';
import type { PlanDecorator } from './decorator.js';
import { decorator } from './decorator.js';

/**
 * Hands out an event whenever a signal changes, in every run of a plan, in a stream `<name>_monitor` of its own.
 *
 * @param plan - the plan
 * @param signals - what to watch
 */
export function monitorDuringWrapper<R>(plan: Plan<R>, signals: Iterable<HasName>): Plan<R> {
  const all = [...signals];
  return aroundRuns(plan, {
    *opened() {
      for (const signal of all) yield* monitor(signal, { name: `${signal.name}_monitor` });
    },
    *closing() {
      for (const signal of all) yield* unmonitor(signal);
    },
  });
}

/** {@link monitorDuringWrapper} as a decorator. */
export function monitorDuringDecorator(signals: Iterable<HasName>): PlanDecorator {
  return decorator((plan) => monitorDuringWrapper(plan, signals));
}
