import { EventModelTypeError } from './errors.js';
import { isNDArray, isTypedArray, toLists } from './nd-array.js';

/**
 * A copy of a document in plain values: numbers, strings, booleans, null, lists and objects.
 *
 * Typed arrays and {@link NDArray}s become lists, a `bigint` that fits a number becomes one, objects with
 * `toJSON` (dates) are asked for it, and fields that are `undefined` are left out. NaN and infinities stay.
 *
 * @throws {@link EventModelTypeError} on functions, symbols, maps and the like, with their path, and on an
 * object that holds itself
 *
 * @example
 * ```ts
 * const plain = sanitizeDoc(doc)
 * plain.data.image   // [[0, 1], [2, 3]]
 * ```
 */
export function sanitizeDoc<D extends object>(doc: D): D {
  return plainCopy(doc) as D;
}

/** The same for any value. */
export function plainCopy(value: unknown): unknown {
  return copied(value, [], []);
}

type Path = readonly (string | number)[];

function copied(value: unknown, path: Path, within: readonly object[]): unknown {
  switch (typeof value) {
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    case 'undefined':
      return null;
    case 'function':
    case 'symbol':
      throw unspeakable(path, `a ${typeof value}`);
    case 'object':
      return value === null ? null : copiedObject(value, path, within);
    default:
      return value;
  }
}

function copiedObject(value: object, path: Path, within: readonly object[]): unknown {
  if (isNDArray(value)) return plainNumbers(toLists(value));
  if (isTypedArray(value)) return plainNumbers(Array.from(value as ArrayLike<number | bigint>));
  if (within.includes(value)) throw unspeakable(path, 'an object that holds itself');
  const inside = [...within, value];
  if (Array.isArray(value)) return value.map((each, at) => copied(each, [...path, at], inside));
  const json = (value as { toJSON?: unknown }).toJSON;
  if (typeof json === 'function') return copied(json.call(value), path, inside);
  if (value instanceof Map || value instanceof Set) throw unspeakable(path, `a ${value.constructor.name}`);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, copied(inner, [...path, key], inside)]),
  );
}

/** Bigints that fit numbers as numbers. */
function plainNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainNumbers);
  return typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function unspeakable(path: Path, what: string): EventModelTypeError {
  return new EventModelTypeError(`The value at ${path.join(' > ') || 'the top'} is ${what}, which JSON cannot hold.`);
}
