import type { DataKey, EventDescriptor } from '../documents/index.js';
import { clockTime, fixed, padLeft, pythonInt, truncate } from '../text/index.js';

/** The options that decide how wide a table's columns are and how they round. */
export interface TableOptions {
  fields: readonly string[];
  minWidth: number;
  defaultPrec: number;
  extraPad: number;
}

/** How one column is written: `d` whole numbers, `f` numbers with digits, `s` text. */
export interface CellFormat {
  width: number;
  prec: number;
  code: 'd' | 'f' | 's';
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

/** A double has no more than 1074 digits after the point; a damaged descriptor may ask for millions. */
const MOST_DIGITS = 1074;

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
export function addFormats(formats: Map<ColumnKey, CellFormat>, doc: EventDescriptor, options: TableOptions): string[] {
  const problems: string[] = [];
  for (const field of options.fields) {
    if (!Object.hasOwn(doc.data_keys, field)) continue;
    const key = doc.data_keys[field] as DataKey;
    const code = Object.hasOwn(CODES, key.dtype) ? CODES[key.dtype] : undefined;
    if (code) formats.set(field, fieldFormat(field, key, code, options));
    else {
      problems.push(
        `The key ${field} will be skipped because LiveTable does not know how to display the dtype ${key.dtype}`,
      );
    }
  }
  return problems;
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
  return { width, prec: Math.min(pythonInt(key.precision) ?? defaultPrec, MOST_DIGITS), code };
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
  if (code === 'f' && (typeof text === 'number' || typeof text === 'bigint') && prec >= 0) {
    return fixed(text, prec);
  }
  throw new CellFormatError(`Cannot show ${String(value)} (${typeof value}) in a column of format ${code}.`);
}

/** A cell with its padding; text that is too wide pushes the rest of the row aside. */
export function formatCell(value: unknown, format: CellFormat, extraPad: number): string {
  const pad = ' '.repeat(extraPad);
  return pad + padLeft(formatValue(value, format), format.width - 2 * extraPad) + pad;
}

/** The value of the time column: local time of day. */
export function timeValue(time: number): string {
  return clockTime(time);
}
