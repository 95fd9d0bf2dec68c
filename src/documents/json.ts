import { uuid } from '../host/index.js';
import { plainCopy } from './sanitize-doc.js';

/**
 * Writes a value as Python's json would: `NaN`, `Infinity` and `-Infinity` bare, big integers as digits,
 * arrays of numbers as lists.
 *
 * A number beyond 2^53 is written as a float, so that it stays one. Other whole numbers have no point,
 * since JavaScript cannot tell 1 from 1.0; {@link documentToJson} knows what is a float.
 *
 * @throws {@link EventModelTypeError} on what JSON has no words for, with its path
 */
export function toJson(value: unknown): string {
  if (isStrict(value)) return JSON.stringify(value);
  return withoutMarks(JSON.stringify(marked(plainCopy(value))));
}

/**
 * Reads what {@link toJson} or Python's json wrote: bare `NaN` and infinities, and integers beyond 2^53,
 * which become `bigint`.
 *
 * @throws SyntaxError on what is no JSON
 */
export function fromJson(text: string): unknown {
  if (!NEEDS_CARE.test(text)) return JSON.parse(text);
  return revived(JSON.parse(text.replace(TOKEN, withMark)));
}

/** What stands for a float in a value for JSON until {@link withoutMarks} has written it. */
export function markedFloat(value: number): string {
  if (Object.is(value, -0)) return `${MARK}-0.0`;
  const text = String(value);
  return `${MARK}${/^-?\d+$/.test(text) ? `${text}.0` : text}`;
}

/** Writes JSON text with its marks as the numbers that they stand for. */
export function withoutMarks(text: string): string {
  return text.replace(MARKED, '$1');
}

/** Begins strings that stand for what strict JSON lacks; nobody outside can know it. */
const MARK = uuid();

/** Whether `JSON.stringify` writes `value` as it should be. */
function isStrict(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return isStrictNumber(value);
    case 'object':
      return value === null || isStrictObject(value);
    default:
      return false;
  }
}

function isStrictNumber(value: number): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER && !(value === 0 && 1 / value < 0);
}

function isStrictObject(value: object): boolean {
  if (Array.isArray(value)) return value.every(isStrict);
  if (Object.getPrototypeOf(value) !== Object.prototype || ArrayBuffer.isView((value as { data?: unknown }).data)) {
    return false;
  }
  for (const key in value) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner !== undefined && !isStrict(inner)) return false;
  }
  return true;
}

/** A copy in which strings stand for what strict JSON lacks. */
function marked(value: unknown): unknown {
  if (typeof value === 'bigint') return `${MARK}${value}`;
  if (typeof value === 'number') return isStrictNumber(value) ? value : markedFloat(value);
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner)]));
}

const MARKED = new RegExp(`"${MARK}([^"]*)"`, 'g');

/** Whether a text may hold what `JSON.parse` does not read, or reads with a loss. */
const NEEDS_CARE = /NaN|Infinity|(?:^|[[:,\s-])\d{16,}(?:$|[\],}\s])/;

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?Infinity|NaN|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function withMark(token: string): string {
  if (/^-?(?:Infinity|NaN)$/.test(token)) return `"${MARK}${token}"`;
  const isBig = /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token));
  return isBig ? `"${MARK}${token}"` : token;
}

/** Puts numbers in the place of marks, in place. */
function revived(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(MARK) ? numberOf(value.slice(MARK.length)) : value;
  if (typeof value !== 'object' || value === null) return value;
  for (const key of Object.keys(value)) {
    if (key.startsWith(MARK)) throw new SyntaxError(`The number ${key.slice(MARK.length)} cannot be a key.`);
    const inner = (value as Record<string, unknown>)[key];
    const better = revived(inner);
    if (better !== inner) {
      Object.defineProperty(value, key, { value: better, enumerable: true, writable: true, configurable: true });
    }
  }
  return value;
}

function numberOf(text: string): number | bigint {
  return /\d/.test(text) ? BigInt(text) : Number(text);
}
