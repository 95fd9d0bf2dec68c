import type { Readable } from '../devices/index.js';
import { hasMethod, nameOf } from '../devices/index.js';

/** An argument that a plan cannot work with. */
export class PlanArgumentError extends TypeError {
  override readonly name = 'PlanArgumentError';
}

/** Checks that `detectors` is a list of devices that can be read. */
export function checkDetectors(plan: string, detectors: unknown): readonly Readable[] {
  if (!Array.isArray(detectors)) {
    throw new PlanArgumentError(
      `${plan}(): the detectors must be a list, as in ${plan}([det], ...), but ${nameOf(detectors)} was given.`,
    );
  }
  for (const detector of detectors) checkReadable(plan, 'The detector', detector);
  return detectors as readonly Readable[];
}

/** Checks that a motor can be set and read. */
export function checkMotor(plan: string, motor: unknown): void {
  if (!hasMethod(motor, 'set')) {
    throw new PlanArgumentError(`${plan}(): ${nameOf(motor)} stands where a motor should, but has no method set().`);
  }
  checkReadable(plan, 'The motor', motor);
}

/** Checks that `num` counts something: whole and above zero. */
export function checkNum(plan: string, num: unknown): number {
  if (typeof num === 'number' && Number.isInteger(num) && num > 0) return num;
  throw new PlanArgumentError(
    `${plan}(): num is the number of points, not the size of a step; it must be a whole number above 0, not ${nameOf(num)}.`,
  );
}

function checkReadable(plan: string, role: string, device: unknown): void {
  for (const method of ['read', 'describe']) {
    if (hasMethod(device, method)) continue;
    throw new PlanArgumentError(`${plan}(): ${role} ${nameOf(device)} has no method ${method}().`);
  }
  if (typeof (device as { name?: unknown }).name !== 'string') {
    throw new PlanArgumentError(`${plan}(): ${role} ${nameOf(device)} needs a name, a string.`);
  }
}
