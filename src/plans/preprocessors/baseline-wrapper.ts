import type { Readable } from '../../devices/index.js';
import type { Msg, Plan } from '../../engine/index.js';
import { declareStream } from '../plan-stubs.js';
import { triggerAndRead } from '../trigger-and-read.js';
import { aroundRuns } from './around-runs.js';
import type { PlanDecorator } from './decorator.js';
import { decorator } from './decorator.js';
import { setRunKeyWrapper } from './set-run-key-wrapper.js';

/** The baseline's stream, by itself or as an option; default `baseline`. */
export type BaselineName = string | { name?: string };

/**
 * Reads devices at the beginning and at the end of every run of a plan.
 *
 * @param plan - the plan
 * @param devices - what to read
 * @param name - the stream, also as `{ name }`; default `baseline`
 * @example
 * ```ts
 * await RE(baselineWrapper(count([det], 3), [motor1, motor2]))
 * ```
 */
export function baselineWrapper<R>(plan: Plan<R>, devices: readonly Readable[], name: BaselineName = {}): Plan<R> {
  if (devices.length === 0) return plan;
  const stream = typeof name === 'string' ? name : (name.name ?? 'baseline');
  return aroundRuns(plan, {
    opened: (msg) => inRunOf(msg, declaredAndRead(devices, stream)),
    closing: (msg) => inRunOf(msg, triggerAndRead(devices, stream)),
  });
}

/** {@link baselineWrapper} as a decorator. */
export function baselineDecorator(devices: readonly Readable[], name: BaselineName = {}): PlanDecorator {
  return decorator((plan) => baselineWrapper(plan, devices, name));
}

function* declaredAndRead(devices: readonly Readable[], name: string): Plan {
  yield* declareStream(...devices, { name });
  yield* triggerAndRead(devices, name);
}

function inRunOf(msg: Msg, plan: Plan<unknown>): Plan<unknown> {
  return msg.run === null ? plan : setRunKeyWrapper(plan, msg.run);
}
