import type { DataKey, EventDescriptor } from '../documents/index.js';
import { clockTime, fixed, padLeft, pythonInt, truncate } from '../text/index.js';
import { MOST_ELEMENTS, shapeText } from './array-summary.js';

/** The options that decide how wide a table's columns are and how they round. */
export interface TableOptions {
  fields: readonly string[];
  minWidth: number;
  defaultPrec: number;
  extraPad: number;
}

/** How cells are written: as `LiveTable` prints them, or as a screen shows them. */
export type TableManner = 'printed' | 'shown';

/** How one column is written: `d` whole numbers, `f` numbers with digits, `s` text, `a` small arrays. */
export interface CellFormat {
  width: number;
  prec: number;
  code: 'd' | 'f' | 's' | 'a';
}

/** A value that its column cannot show. */
export class CellFormatError extends Error {
  override readonly name = 'CellFormatError';
}

/** The key of the time column; no field can be named so, since field names are strings. */
export const TIME_KEY: unique symbol = Symbol('time');

/** A column's key: a field, or the time of the event. */
export type ColumnKey = string | typeof TIME_KEY;

const CODES: Partial<Record<DataKey['dtype'], CellFormat['code']>> = {
  number: 'f',
  integer: 'd',
  string: 's',
  boolean: 's',
};

/** Python refuses a precision that its C has no room for. */
const LARGEST_PRECISION = 2 ** 31 - 1;

/** Beyond the 1074 digits that a double can have there are only zeros; a damaged descriptor may ask for millions. */
const MOST_DIGITS = 10_000;

/** The years that Python's dates know. */
const [FIRST_YEAR, LAST_YEAR] = [1, 9999];

const LONGEST_BOOLEAN = 'False'.length;

/** The columns that every table begins with: number and time. */
export function firstFormats(extraPad: number): Map<ColumnKey, CellFormat> {
  return new Map<ColumnKey, CellFormat>([
    ['seq_num', { width: 10 + extraPad, prec: 0, code: 'd' }],
    [TIME_KEY, { width: 10 + 2 * extraPad, prec: 10, code: 's' }],
  ]);
}

/**
 * Adds a column for each field that the descriptor knows.
 *
 * @returns a sentence for each field that a table cannot show
 */
export function addFormats(
  formats: Map<ColumnKey, CellFormat>,
  doc: EventDescriptor,
  options: TableOptions,
  manner: TableManner = 'printed',
): string[] {
  const problems: string[] = [];
  for (const field of options.fields) {
    if (!Object.hasOwn(doc.data_keys, field)) continue;
    const key = doc.data_keys[field] as DataKey;
    const code = codeOf(key, manner);
    if (code) formats.set(field, fieldFormat(field, key, code, options));
    else problems.push(skipped(field, key, manner));
  }
  return problems;
}

/** Whether a table on a screen has a column for a field. */
export function isShown(doc: EventDescriptor, field: string): boolean {
  return Object.hasOwn(doc.data_keys, field) && codeOf(doc.data_keys[field] as DataKey, 'shown') !== undefined;
}

function codeOf(key: DataKey, manner: TableManner): CellFormat['code'] | undefined {
  if (Object.hasOwn(CODES, key.dtype)) return CODES[key.dtype];
  return manner === 'shown' && isSmallArray(key) ? 'a' : undefined;
}

function skipped(field: string, { dtype, shape }: DataKey, manner: TableManner): string {
  const sentence = `The key ${field} will be skipped because LiveTable does not know how to display the dtype ${dtype}`;
  const isKnown = manner === 'shown' && Array.isArray(shape) && shape.length > 0;
  return isKnown ? `${sentence} ${shapeText(shape)}` : sentence;
}

/** Arrays for which a cell has room, as far as their data key tells. */
function isSmallArray({ dtype, shape }: DataKey): boolean {
  if (dtype !== 'array' || !Array.isArray(shape) || shape.length === 0) return false;
  const count = shape.reduce<number>((product, each) => product * Number(each), 1);
  return count > 0 && count <= MOST_ELEMENTS;
}

function fieldFormat(
  field: string,
  key: DataKey,
  code: CellFormat['code'],
  { minWidth, defaultPrec, extraPad }: TableOptions,
): CellFormat {
  const width = Math.max(minWidth, [...field].length + 2, defaultPrec + 1 + 2 * extraPad);
  if (key.dtype === 'boolean') return { width, prec: LONGEST_BOOLEAN, code };
  if (key.dtype === 'string') return { width, prec: width - 1 - 2 * extraPad, code };
  return { width, prec: pythonInt(key.precision) ?? defaultPrec, code };
}

/** A column's heading. */
export function headingOf(key: ColumnKey): string {
  return key === TIME_KEY ? 'time' : key;
}

/** The text of a value without padding. Throws a {@link CellFormatError} where Python's format would. */
export function formatValue(value: unknown, { prec, code }: CellFormat): string {
  const text = typeof value === 'boolean' ? (value ? 'True' : 'False') : value;
  if (code === 's' && typeof text === 'string' && prec >= 0) return truncate(text, prec);
  if (code === 'd' && typeof text === 'number' && Number.isInteger(text)) return fixed(text, 0).replace(/^-0$/, '0');
  if (code === 'd' && typeof text === 'bigint') return text.toString();
  if (code === 'f' && prec >= 0 && prec <= LARGEST_PRECISION) {
    const number = typeof text === 'bigint' ? asFloat(text) : text;
    if (typeof number === 'number') return fixed(number, Math.min(prec, MOST_DIGITS));
  }
  throw new CellFormatError(`A value of type ${typeof value} does not fit into a column of format ${code}.`);
}

/** Python makes a float of whole numbers, however large, before it writes digits after the point. */
function asFloat(value: bigint): number {
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  throw new CellFormatError('A whole number is too large to be written with digits after the point.');
}

/** A cell with its padding; text that is too wide pushes the rest of the row aside. */
export function formatCell(value: unknown, format: CellFormat, extraPad: number): string {
  const pad = padding(extraPad);
  const width = format.width - 2 * extraPad;
  const text = formatValue(value, format);
  // Python takes the minus of a width for that of a number, which a text has no use for.
  if (width < 0 && format.code === 's') throw new CellFormatError(`A column is ${width} characters wide.`);
  return pad + padLeft(text, Math.abs(width)) + pad;
}

/** The spaces on one side of a value. */
export function padding(extraPad: number): string {
  return ' '.repeat(Math.max(0, extraPad));
}

/** The value of the time column: local time of day. Throws a {@link CellFormatError} for what is no time. */
export function timeValue(time: number): string {
  // Documents from elsewhere may have anything here.
  const year = typeof time === 'number' ? new Date(time * 1000).getFullYear() : NaN;
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return clockTime(time);
  throw new CellFormatError(`${time} seconds are no time of a year from ${FIRST_YEAR} to ${LAST_YEAR}.`);
}
