import { inspect, types } from 'node:util';
import { shortenedByCount } from '../../text/index.js';

/** The longest text of a value, in characters. */
const LONGEST_TEXT = 50_000;

/** The longest string within an object or a list, in characters. */
const LONGEST_PART = 1_000;

/** The longest text in a cell of a table, in characters. */
const LONGEST_CELL = 120;

/** A value as Node prints it: of long arrays and strings the beginning, and never more than 50,000 characters. */
export function valueText(value: unknown): string {
  const maxStringLength = typeof value === 'string' ? LONGEST_TEXT : LONGEST_PART;
  return shortenedByCount(inspect(value, { maxStringLength }), LONGEST_TEXT);
}

/** A value in a few words, for a cell of a table; a string stands without quotes. */
export function cellText(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return shortenedByCount(value, LONGEST_CELL);
  if (types.isNativeError(value)) return shortenedByCount(`${value.name}: ${value.message}`, LONGEST_CELL);
  const options = { depth: 1, breakLength: Infinity, maxArrayLength: 10, maxStringLength: LONGEST_CELL };
  return shortenedByCount(inspect(value, options), LONGEST_CELL);
}
