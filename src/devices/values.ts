import { isNDArray } from '../documents/index.js';
import type { Dtype } from '../documents/index.js';
import { LimitError, ReadingError } from './errors.js';
import { nameOf } from './protocols.js';

/** The lowest and the highest value that a device may be set to. */
export type Limits = readonly [low: number, high: number];

/** The dtype of a value; every number is a `number`, since JavaScript has no integers apart from floats. */
export function dtypeOf(value: unknown): Dtype | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  return Array.isArray(value) || isTyped(value) || isNDArray(value) ? 'array' : undefined;
}

/** The shape of a value; of lists in lists only the outer length, as ophyd has it. */
export function shapeOf(value: unknown): readonly number[] {
  if (isNDArray(value)) return value.shape;
  return Array.isArray(value) || isTyped(value) ? [value.length] : [];
}

/** Refuses a reading that is not of the dtype that the device describes. */
export function checkReading(name: string, value: unknown, dtype: Dtype): void {
  if (fits(value, dtype)) return;
  const own = dtypeOf(value);
  const advice = own ? `declare dtype: '${own}', or give ${PLURALS[dtype]}` : `give ${PLURALS[dtype]}`;
  throw new ReadingError(`${name} read ${textOf(value)}, but describes itself as dtype '${dtype}': ${advice}.`);
}

/** Refuses what a device of that dtype cannot be set to. */
export function checkSetting(name: string, value: unknown, dtype: Dtype): void {
  if (fits(value, dtype) && (typeof value !== 'number' || Number.isFinite(value))) return;
  throw new TypeError(`${name}.set() needs ${SINGULARS[dtype]}, not ${nameOf(value)}.`);
}

/** Refuses a value outside of the limits; a low limit that is not below the high one is none. */
export function checkLimits(name: string, value: unknown, [low, high]: Limits): void {
  if (low >= high || typeof value !== 'number' || (value >= low && value <= high)) return;
  throw new LimitError(`position=${value} not within limits (${low}, ${high}): ${name} cannot go there.`);
}

const PLURALS: Readonly<Record<Dtype, string>> = {
  number: 'numbers',
  integer: 'whole numbers',
  string: 'texts',
  boolean: 'booleans',
  array: 'lists or arrays',
};

const SINGULARS: Readonly<Record<Dtype, string>> = {
  number: 'a finite number',
  integer: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list or an array',
};

/** ophyd counts booleans among the numbers. */
function fits(value: unknown, dtype: Dtype): boolean {
  const own = dtypeOf(value);
  if (own === dtype) return true;
  if (dtype === 'number') return own === 'boolean';
  return dtype === 'integer' && (own === 'boolean' || typeof value === 'bigint' || Number.isInteger(value));
}

function isTyped(value: unknown): value is ArrayLike<unknown> {
  return ArrayBuffer.isView(value) && 'length' in value;
}

function textOf(value: unknown): string {
  return typeof value === 'number' ? String(value) : nameOf(value);
}
