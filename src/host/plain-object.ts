/** Whether `value` is written as `{ ... }`, in whichever realm; an instance of a class keeps its methods elsewhere. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  // Another realm has an Object.prototype of its own.
  return Object.getPrototypeOf(prototype) === null;
}
