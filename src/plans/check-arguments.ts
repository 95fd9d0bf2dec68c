import type { HasName, Motor, Readable } from '../devices/index.js';
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
export function checkMotor(plan: string, motor: unknown): Motor {
  if (!hasMethod(motor, 'set')) {
    throw new PlanArgumentError(`${plan}(): ${nameOf(motor)} stands where a motor should, but has no method set().`);
  }
  checkReadable(plan, 'The motor', motor);
  return motor as unknown as Motor;
}

/** Checks that `num` counts something: whole and above zero. */
export function checkNum(plan: string, num: unknown): number {
  if (typeof num === 'number' && Number.isInteger(num) && num > 0) return num;
  throw new PlanArgumentError(
    `${plan}(): num is the number of points, not the size of a step; it must be a whole number above 0, not ${nameOf(num)}.`,
  );
}

/** Checks that an argument is a finite number. */
export function checkNumber(plan: string, argument: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new PlanArgumentError(`${plan}(): ${argument} must be a finite number, not ${nameOf(value)}.`);
}

/** Checks that a motor's positions are a list of which every entry says something. */
export function checkList(plan: string, motor: HasName, positions: unknown): number[] {
  const isList = typeof positions === 'object' && positions !== null && Symbol.iterator in positions;
  if (!isList) {
    throw new PlanArgumentError(
      `${plan}(): the positions of ${motor.name} must be a list, such as [1, 2, 3], not ${nameOf(positions)}.`,
    );
  }
  const list = [...(positions as Iterable<unknown>)];
  const bad = list.findIndex(isNoPosition);
  if (bad < 0) return list as number[];
  throw new PlanArgumentError(
    `${plan}(): position ${bad + 1} of ${motor.name} is ${nameOf(list[bad])}; it must be a finite number like the others.`,
  );
}

/** What no motor can go to. A list may hold texts or objects, for devices that take such, but not both kinds. */
function isNoPosition(value: unknown, _: number, list: readonly unknown[]): boolean {
  if (value === undefined || value === null || (typeof value === 'number' && !Number.isFinite(value))) return true;
  return typeof value !== typeof list[0] && typeof list[0] === 'number';
}

/** Checks that a function was given, or nothing. */
export function checkFunction(plan: string, argument: string, value: unknown): void {
  if (value === undefined || value === null || typeof value === 'function') return;
  throw new PlanArgumentError(`${plan}(): ${argument} must be a generator function, not ${nameOf(value)}.`);
}

function checkReadable(plan: string, role: string, device: unknown): asserts device is Readable {
  for (const method of ['read', 'describe']) {
    if (hasMethod(device, method)) continue;
    throw new PlanArgumentError(`${plan}(): ${role} ${nameOf(device)} has no method ${method}().`);
  }
  if (typeof (device as { name?: unknown }).name !== 'string') {
    throw new PlanArgumentError(`${plan}(): ${role} ${nameOf(device)} needs a name, a string.`);
  }
}
