import { isPlainObject } from '../host/index.js';
import { ValueFiles } from './value-files.js';

/**
 * Metadata that survive: every value is written to a file in a folder before the assignment is over, so
 * that nothing is lost when the kernel is killed or the power goes.
 *
 * It is used as an object is. What is changed within a value (`RE.md.sample.name = 'Si'`) is written too,
 * and what another process writes into the same folder is seen when it is next asked for. Values are
 * what JSON can hold, NaN and `bigint` among them.
 *
 * A file that cannot be read is put aside under another name, and an error says where it is.
 *
 * @example
 * ```ts
 * import { PersistentDict } from 'livesky/files'
 * const RE = new RunEngine(new PersistentDict('md'))
 * RE.md.proposal = 12345   // there again in the next session, as is RE.md.scan_id
 * ```
 */
export class PersistentDict {
  [key: string]: unknown;

  /**
   * @param directory - the folder, relative to where Node runs; made if there is none
   * @throws `PersistentDictError` if the folder cannot be used or holds a damaged file
   */
  constructor(directory: string) {
    const files = new ValueFiles(directory);
    // Damage is told now rather than in the middle of a scan.
    for (const key of files.keys()) files.get(key);
    return new Proxy(this, handlerOf(files));
  }
}

/** How Node prints it: `console.log` looks past a proxy. */
const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

Object.defineProperty(PersistentDict.prototype, INSPECT, {
  value(this: PersistentDict): Record<string, unknown> {
    return { ...this };
  },
});

function handlerOf(files: ValueFiles): ProxyHandler<PersistentDict> {
  const watched = new WeakMap<object, object>();
  const get = (key: string): unknown => watchedValue(files.get(key), () => files.set(key, files.get(key)), watched);
  return {
    get: (target, key, receiver) =>
      typeof key === 'string' && files.has(key) ? get(key) : Reflect.get(target, key, receiver),
    set(_, key, value) {
      if (typeof key !== 'string') return false;
      files.set(key, value);
      return true;
    },
    has: (target, key) => (typeof key === 'string' && files.has(key)) || Reflect.has(target, key),
    deleteProperty(_, key) {
      if (typeof key === 'string') files.delete(key);
      return true;
    },
    ownKeys: () => files.keys(),
    getOwnPropertyDescriptor(_, key) {
      if (typeof key !== 'string' || !files.has(key)) return undefined;
      return { value: get(key), writable: true, enumerable: true, configurable: true };
    },
    defineProperty(_, key, { value }) {
      if (typeof key !== 'string') return false;
      files.set(key, value);
      return true;
    },
    preventExtensions: () => false,
  };
}

/** The value, or a stand-in for a list or an object that tells of every change within it. */
function watchedValue(value: unknown, changed: () => void, watched: WeakMap<object, object>): unknown {
  if (!Array.isArray(value) && !isPlainObject(value)) return value;
  const before = watched.get(value);
  if (before) return before;
  const standIn = new Proxy<object>(value, {
    get: (target, key, receiver) => watchedValue(Reflect.get(target, key, receiver), changed, watched),
    set(target, key, inner) {
      const done = Reflect.set(target, key, inner);
      changed();
      return done;
    },
    deleteProperty(target, key) {
      const done = Reflect.deleteProperty(target, key);
      changed();
      return done;
    },
  });
  watched.set(value, standIn);
  return standIn;
}
