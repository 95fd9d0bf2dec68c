import type { HasName } from '../../devices/index.js';
import type { Plan } from '../../engine/index.js';
import { rootAncestor, separateDevices } from '../separate-devices.js';
import { stageEach } from '../stage-stubs.js';
import type { PlanDecorator } from './decorator.js';
import { decorator } from './decorator.js';

/**
 * Stages devices before a plan and unstages them, in reverse, however it ends.
 *
 * Of a part, the whole device is staged; no device twice.
 */
export function stageWrapper<R>(plan: Plan<R>, devices: Iterable<HasName>): Plan<R> {
  const roots = separateDevices(Array.from(devices, rootAncestor));
  return staged(plan, roots);
}

/**
 * {@link stageWrapper} as a decorator.
 *
 * @example
 * ```ts
 * const staged = stageDecorator([det])(() => runWrapper(triggerAndRead([det])))
 * await RE(staged())
 * ```
 */
export function stageDecorator(devices: Iterable<HasName>): PlanDecorator {
  return decorator((plan) => stageWrapper(plan, devices));
}

function* staged<R>(plan: Plan<R>, devices: readonly HasName[]): Plan<R> {
  try {
    yield* stageEach('stage', devices);
    return yield* plan;
  } finally {
    yield* stageEach('unstage', [...devices].reverse());
  }
}
