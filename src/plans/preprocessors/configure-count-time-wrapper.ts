import type { Movable } from '../../devices/index.js';
import type { Plan } from '../../engine/index.js';
import { mv } from '../move-stubs.js';
import type { PlanDecorator } from './decorator.js';
import { decorator } from './decorator.js';
import { finalizeWrapper } from './finalize-wrapper.js';
import { pchain } from './pchain.js';
import { planMutator, singleGen } from './plan-mutator.js';

/** A signal that holds how long a detector measures. */
type CountTime = Movable<number> & { get(): number };

/**
 * Sets how long detectors measure before a plan first uses them, and sets it back however it ends.
 *
 * It counts for devices with a signal `countTime`.
 *
 * @param plan - the plan
 * @param time - seconds; null leaves all as it is
 */
export function configureCountTimeWrapper<R>(plan: Plan<R>, time: number | null): Plan<R> {
  if (time === null) return plan;
  const seen = new Set<unknown>();
  const before = new Map<CountTime, number>();
  const configured = planMutator(plan, (msg) => {
    if (msg.obj === null || seen.has(msg.obj)) return null;
    seen.add(msg.obj);
    const { countTime } = msg.obj as { countTime?: CountTime };
    if (!countTime) return null;
    before.set(countTime, countTime.get());
    return [pchain(mv(countTime, time), singleGen(msg))];
  });
  return finalizeWrapper(configured, function* () {
    for (const [countTime, original] of before) yield* mv(countTime, original);
  });
}

/** {@link configureCountTimeWrapper} as a decorator. */
export function configureCountTimeDecorator(time: number | null): PlanDecorator {
  return decorator((plan) => configureCountTimeWrapper(plan, time));
}
