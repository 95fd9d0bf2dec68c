import { allRows, commonLength, rechunked, rowReader, sliced, stacked, toColumns } from './columns.js';
import type { Columns } from './columns.js';
import { EventModelKeyError, EventModelValueError } from './errors.js';
import type { Event } from './generated/event.js';
import type { EventPage } from './generated/event-page.js';
import { rowAt, rowCount } from './nd-array.js';

/**
 * Puts events into a page, as columns. They are of one descriptor.
 *
 * @param events - the events, or one list of them
 * @throws {@link EventModelValueError} without events, since a page names its descriptor
 *
 * @example
 * ```ts
 * const page = packEventPage(event1, event2)
 * page.data.det   // [0.1, 0.2]
 * ```
 */
export function packEventPage(...events: readonly Event[] | readonly [Iterable<Event>]): EventPage {
  const list = listOf<Event>(events);
  const last = list.at(-1);
  if (!last) throw nothingToPack('packEventPage', 'events', 'descriptor');
  return {
    time: list.map(({ time }) => time),
    uid: list.map(({ uid }) => uid),
    seq_num: list.map(({ seq_num }) => seq_num),
    descriptor: last.descriptor,
    filled: toColumns(list.map(({ filled }) => filled ?? {})),
    data: toColumns(list.map(({ data }) => data)),
    timestamps: toColumns(list.map(({ timestamps }) => timestamps)),
  };
}

/**
 * The events of a page, one by one.
 *
 * Columns that are shorter than the page leave the `data` of the last events empty, as event-model does.
 */
export function* unpackEventPage(page: EventPage): Generator<Event, void, undefined> {
  const { descriptor, uid, time, seq_num: seqNums, data, timestamps, filled = {} } = page;
  const [dataAt, timestampsAt, filledAt] = [rowReader(data), rowReader(timestamps), rowReader(filled)];
  const length = Math.max(
    ...[uid, time, seqNums].map(rowCount),
    ...[data, timestamps, filled].map((columns) => commonLength(columns)),
  );
  for (let at = 0; at < length; at++) {
    yield {
      descriptor,
      uid: cell(uid, at),
      time: cell(time, at),
      seq_num: cell(seqNums, at),
      data: dataAt(at),
      timestamps: timestampsAt(at),
      filled: filledAt(at),
    };
  }
}

/**
 * One page of several, in their order; a single page is returned as it is.
 *
 * The fields are those of the first page.
 *
 * @throws {@link EventModelValueError} without pages, {@link EventModelKeyError} if a page lacks a field
 */
export function mergeEventPages(pages: Iterable<EventPage>): EventPage {
  const list = [...pages];
  const first = list[0];
  if (!first) throw nothingToPack('mergeEventPages', 'pages', 'descriptor');
  if (list.length === 1) return first;
  const fields = Object.keys(first.data);
  return {
    descriptor: first.descriptor,
    seq_num: list.flatMap((page) => allRows(page.seq_num)),
    time: list.flatMap((page) => allRows(page.time)),
    uid: list.flatMap((page) => allRows(page.uid)),
    data: stacked(
      list.map((page) => page.data),
      fields,
      'data',
    ),
    timestamps: stacked(
      list.map((page) => page.timestamps),
      fields,
      'timestamps',
    ),
    filled: stacked(
      list.map((page) => page.filled),
      Object.keys(filledOf(first)),
      'filled',
    ),
  };
}

/**
 * Cuts and joins pages so that each has `size` events, the last perhaps fewer.
 *
 * @throws {@link EventModelValueError} on a size that is no whole number above 0
 *
 * @example
 * ```ts
 * const thousands = [...rechunkEventPages(pages, 1000)]
 * ```
 */
export function rechunkEventPages(pages: Iterable<EventPage>, size: number): Generator<EventPage, void, undefined> {
  return rechunked(pages, size, { length: (page) => page.uid.length, slice: slicePage, merge: mergeEventPages });
}

function slicePage(page: EventPage, from: number, to: number): EventPage {
  return {
    descriptor: page.descriptor,
    seq_num: allRows(page.seq_num).slice(from, to),
    time: allRows(page.time).slice(from, to),
    uid: allRows(page.uid).slice(from, to),
    data: sliced(page.data, from, to),
    timestamps: sliced(page.timestamps, from, to),
    filled: sliced(filledOf(page), from, to),
  };
}

function filledOf({ filled, uid }: EventPage): Columns<boolean | string> {
  if (filled) return filled;
  throw new EventModelKeyError(`The page that begins with event ${uid[0] ?? '(none)'} has no 'filled'.`);
}

/** A row of a list that may be shorter than the page. */
function cell<T>(column: readonly T[], row: number): T {
  return (row < rowCount(column) ? rowAt(column, row) : {}) as T;
}

/** The items of a call with one list, or with the items themselves. */
export function listOf<T extends object>(items: readonly T[] | readonly [Iterable<T>]): readonly T[] {
  const [first] = items;
  return items.length === 1 && first !== undefined && Symbol.iterator in first ? [...first] : (items as readonly T[]);
}

/** The error of packing nothing. */
export function nothingToPack(call: string, what: string, reference: string): EventModelValueError {
  return new EventModelValueError(`${call}() was given no ${what}: a page without them would have no '${reference}'.`);
}
