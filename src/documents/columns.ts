import { EventModelKeyError, EventModelValueError } from './errors.js';
import { rowAt, rowCount } from './nd-array.js';

/** A field's values, row by row. */
export type Columns<T = unknown> = Record<string, readonly T[]>;

/** Rows as columns, in the order in which fields appear; a row that lacks a field leaves no gap. */
export function toColumns<T>(rows: readonly Readonly<Record<string, T>>[]): Columns<T> {
  const columns = new Map<string, T[]>();
  for (const row of rows) {
    for (const field of Object.keys(row)) {
      const column = columns.get(field);
      if (column) column.push(row[field] as T);
      else columns.set(field, [row[field] as T]);
    }
  }
  return Object.fromEntries(columns);
}

/** How many rows columns hold: as many as the shortest. */
export function commonLength(columns: Columns): number {
  const lengths = Object.values(columns).map(rowCount);
  return lengths.length === 0 ? 0 : Math.min(...lengths);
}

/** Reads columns row by row; below the shortest column rows are empty. */
export function rowReader<T>(columns: Columns<T>): (row: number) => Record<string, T> {
  const fields = Object.keys(columns);
  const length = commonLength(columns);
  const lists = fields.map((field) => allRows(columns[field] as readonly T[]));
  return (row) => {
    const record: Record<string, T> = {};
    if (row >= length) return record;
    for (let i = 0; i < fields.length; i++) define(record, fields[i] as string, (lists[i] as T[])[row] as T);
    return record;
  };
}

/** Sets a field, also one that is called `__proto__`. */
function define<T>(record: Record<string, T>, field: string, value: T): void {
  if (field !== '__proto__') record[field] = value;
  else Object.defineProperty(record, field, { value, enumerable: true, writable: true, configurable: true });
}

/** Columns of several pages one below another; `fields` says which. */
export function stacked<T>(
  pages: readonly (Columns<T> | undefined)[],
  fields: Iterable<string>,
  what: string,
): Columns<T> {
  return Object.fromEntries(
    Array.from(fields, (field) => [
      field,
      pages.flatMap((page, at) => {
        if (page && Object.hasOwn(page, field)) return allRows(page[field] as readonly T[]);
        throw new EventModelKeyError(`Page ${at + 1} has no ${what}.${field}, which the first page has.`);
      }),
    ]),
  );
}

/** The rows `from` to `to` of columns. */
export function sliced<T>(columns: Columns<T>, from: number, to: number): Columns<T> {
  return Object.fromEntries(Object.entries(columns).map(([field, values]) => [field, allRows(values).slice(from, to)]));
}

/** A column as a plain list. */
export function allRows<T>(column: readonly T[]): T[] {
  if (Array.isArray(column)) return column as T[];
  return Array.from({ length: rowCount(column) }, (_, row) => rowAt(column, row) as T);
}

/** What pages of both kinds have in common. */
interface Paging<P> {
  length(page: P): number;
  slice(page: P, from: number, to: number): P;
  merge(pages: readonly P[]): P;
}

/** Pages of `size` rows, the last perhaps shorter, from pages of any size. */
export function* rechunked<P>(pages: Iterable<P>, size: number, { length, slice, merge }: Paging<P>): Generator<P> {
  if (!Number.isSafeInteger(size) || size < 1) {
    throw new EventModelValueError(`Pages of ${size} rows cannot be made; give a whole number above 0.`);
  }
  let pieces: P[] = [];
  let room = size;
  for (const page of pages) {
    let from = 0;
    do {
      const piece = slice(page, from, from + room);
      from += room;
      room -= length(piece);
      pieces.push(piece);
      if (room > 0) continue;
      yield merge(pieces);
      pieces = [];
      room = size;
    } while (from < length(page));
  }
  if (pieces.length > 0) yield merge(pieces);
}
