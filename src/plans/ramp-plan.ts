import type { HasName, StatusLike } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { RampFail } from '../engine/index.js';
import { now } from '../host/index.js';
import { checkFunction } from './check-arguments.js';
import { readOptions } from './plan-options.js';
import { sleep } from './plan-stubs.js';
import { monitorDuringWrapper } from './preprocessors/monitor-during-wrapper.js';
import { runWrapper } from './preprocessors/run-wrapper.js';

/** The options of {@link rampPlan}. */
export interface RampPlanOptions {
  /** Whether to measure once before the ramp begins; default true. */
  takePreData?: boolean;
  /** Seconds after which the ramp has failed; default null: never. */
  timeout?: number | null;
  /** Seconds from measurement to measurement at least; default null: one after another. */
  period?: number | null;
  /** Metadata for the run. */
  md?: Readonly<Record<string, unknown>> | null;
}

/**
 * Measures over and over while something goes on, such as a furnace that heats up.
 *
 * @param goPlan - starts the ramp; gives the status that ends with it
 * @param monitorSig - a signal to be watched all the while, in a stream of its own
 * @param innerPlan - makes the plan of one measurement; it may take several events
 * @param rest - `takePreData` (default true), `timeout`, `period`, in this order or as options; `md`
 * @returns the run's uid
 * @throws `RampFail` if the ramp takes longer than `timeout`
 * @example
 * ```ts
 * const slow = new SynAxis({ name: 'slow', delay: 1 })
 * await RE(rampPlan(absSet(slow, 5), sig, () => triggerAndRead([det]), { period: 0.2 }))
 * ```
 */
export function* rampPlan(
  goPlan: Plan<StatusLike>,
  monitorSig: HasName,
  innerPlan: () => Plan<unknown>,
  ...rest: (boolean | number | null | undefined | RampPlanOptions)[]
): Plan<string> {
  const options = readOptions<RampPlanOptions>('rampPlan', rest, ['takePreData', 'timeout', 'period', 'md']);
  checkFunction('rampPlan', 'innerPlan', innerPlan);
  const md = { plan_name: 'ramp_plan', ...options.md };
  return yield* monitorDuringWrapper(runWrapper(polled(goPlan, innerPlan, options), { md }), [monitorSig]);
}

function* polled(
  goPlan: Plan<StatusLike>,
  innerPlan: () => Plan<unknown>,
  { takePreData = true, timeout = null, period = null }: RampPlanOptions,
): Plan {
  const end = timeout === null ? Infinity : now() + timeout;
  if (takePreData) yield* innerPlan();
  // A dry run has no status, and so no ramp.
  const status = (yield* goPlan) as StatusLike | undefined;
  while (status && !status.done) {
    const began = now();
    yield* innerPlan();
    if (now() > end) throw new RampFail();
    const left = period === null ? 0 : began + period - now();
    if (left > 0) yield* sleep(left);
  }
  yield* innerPlan();
}
