/** The mark, on the prototype of a class, of callbacks that change no event: they need no copy of their own. */
export const ONLY_READS: unique symbol = Symbol.for('livesky.only-reads') as never;

/** Whether a callback's own class is marked so; what is derived from it may do as it likes. */
export function onlyReads(callback: unknown): boolean {
  if (typeof callback !== 'object' || callback === null) return false;
  const prototype: unknown = Object.getPrototypeOf(callback);
  return typeof prototype === 'object' && prototype !== null && Object.hasOwn(prototype, ONLY_READS);
}
