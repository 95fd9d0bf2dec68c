import { hasMethod, nameOf } from '../devices/index.js';
import type { PlanInput } from '../engine/index.js';
import { warn } from '../host/index.js';
import { pythonStr } from '../text/index.js';

/**
 * Checks that a plan sends no device beyond its limits. Nothing moves.
 *
 * A device says by `checkValue(value)`, which may be async, whether it can go there: it throws if not. Devices
 * without that method are named in a warning each, once.
 *
 * @param plan - the plan, which is used up by this
 * @returns a promise that rejects with the first error that a device throws
 * @example
 * ```ts
 * await checkLimits(scan([det], motor, -1, 1, 3))
 * ```
 */
export async function checkLimits(plan: PlanInput): Promise<void> {
  const ignored = new Set<unknown>();
  for (const { command, obj, args } of plan) {
    if (command !== 'set' || ignored.has(obj)) continue;
    if (hasMethod(obj, 'checkValue')) {
      await obj.checkValue(args[0]);
      continue;
    }
    warn(`${nameOf(obj)} has no checkValue() method to check if ${pythonStr(args[0])} is within its limits.`);
    ignored.add(obj);
  }
}
