import { types } from 'node:util';
import { shownRows } from './data-table.js';
import type { DataTable } from './data-table.js';
import { cellText } from './value-text.js';

type PlainRecord = Record<string, unknown>;

/** A value that reads best as a table: an array of objects, a Map, a typed array; undefined for all others. */
export function tableOf(value: unknown): DataTable | undefined {
  if (Array.isArray(value)) return recordTable(value);
  if (types.isMap(value)) return mapTable(value);
  if (types.isTypedArray(value)) return typedArrayTable(value);
  return undefined;
}

function recordTable(values: readonly unknown[]): DataTable | undefined {
  const columns = columnsOf(shownOf(values));
  if (!columns) return undefined;
  return {
    caption: `${counted(values.length, 'row')} × ${counted(columns.length, 'column')}`,
    columns,
    length: values.length,
    row: (index) => ({ name: String(index), cells: columns.map((key) => read(values[index] as PlainRecord, key)) }),
  };
}

function mapTable(map: ReadonlyMap<unknown, unknown>): DataTable {
  const entries = [...map];
  const columns = columnsOf(shownOf(entries).map(([, value]) => value));
  const cells = (value: unknown): unknown[] => columns?.map((key) => read(value as PlainRecord, key)) ?? [value];
  return {
    caption: `Map of ${counted(map.size, 'entry', 'entries')}`,
    columns: columns ?? ['value'],
    length: entries.length,
    row: (index) => {
      const [key, value] = entries[index] as [unknown, unknown];
      return { name: nameOf(key), cells: cells(value) };
    },
  };
}

function typedArrayTable(array: NodeJS.TypedArray): DataTable {
  const kind = Object.prototype.toString.call(array).slice('[object '.length, -1);
  return {
    caption: `${kind} of ${counted(array.length, 'value')}${rangeOf(array)}`,
    columns: ['value'],
    length: array.length,
    row: (index) => ({ name: String(index), cells: [array[index]] }),
  };
}

/** The least, greatest and mean of the finite values, and how many are not finite. */
function rangeOf(array: NodeJS.TypedArray): string {
  let [least, greatest, sum, count] = [Infinity, -Infinity, 0, 0];
  for (const each of array) {
    const value = Number(each);
    if (!Number.isFinite(value)) continue;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
    sum += value;
    count += 1;
  }
  const others = array.length - count;
  const range = count > 0 ? `: min ${least}, max ${greatest}, mean ${sum / count}` : '';
  return others > 0 ? `${range}; ${others} not finite` : range;
}

/** The keys of all the objects in the order in which they come; undefined unless all are plain objects. */
function columnsOf(values: readonly unknown[]): string[] | undefined {
  if (values.length === 0 || !values.every(isPlainRecord)) return undefined;
  const keys = [...new Set(values.flatMap((value) => Object.keys(value)))];
  return keys.length > 0 ? keys : undefined;
}

function shownOf<T>(values: readonly T[]): T[] {
  return shownRows(values.length).flatMap((index) => (index === null ? [] : [values[index] as T]));
}

function isPlainRecord(value: unknown): value is PlainRecord {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** A getter that throws spoils its cell, not the table. */
function read(record: PlainRecord, key: string): unknown {
  try {
    return record[key];
  } catch (error) {
    return error;
  }
}

function nameOf(key: unknown): string {
  return typeof key === 'string' ? key : cellText(key);
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
