import { isPlainObject } from '../host/index.js';
import { isFloatArray, isNDArray, isTypedArray } from './nd-array.js';

/** What Python's validators take for a dict: an object that is no list and no array of numbers. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return isPlainObject(value) && !isNDArray(value);
}

/** What Python's validators take for a list, numpy's arrays among it. */
export function isList(value: unknown): boolean {
  return Array.isArray(value) || isTypedArray(value) || isNDArray(value);
}

/** Whether a list may hold numbers; the elements of a plain list are looked at elsewhere. */
export function isListOfNumbers(value: unknown): boolean {
  if (Array.isArray(value) || isTypedArray(value)) return true;
  return isNDArray(value) && value.shape.length === 1 && value.dtype !== '|b1';
}

/** Whether a list may hold integers; the elements of a plain list are looked at elsewhere. */
export function isListOfIntegers(value: unknown): boolean {
  if (!isListOfNumbers(value)) return false;
  const numbers = isNDArray(value) ? value.data : value;
  return !isFloatArray(numbers) || numbers.every(Number.isInteger);
}
