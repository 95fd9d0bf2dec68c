import { allRows, commonLength, rechunked, rowReader, sliced, stacked, toColumns } from './columns.js';
import { listOf, nothingToPack } from './event-pages.js';
import type { Datum } from './generated/datum.js';
import type { DatumPage } from './generated/datum-page.js';
import { rowCount } from './nd-array.js';

/**
 * Puts datums into a page, as columns. They are of one resource.
 *
 * @param datums - the datums, or one list of them
 * @throws {@link EventModelValueError} without datums, since a page names its resource
 */
export function packDatumPage(...datums: readonly Datum[] | readonly [Iterable<Datum>]): DatumPage {
  const list = listOf<Datum>(datums);
  const last = list.at(-1);
  if (!last) throw nothingToPack('packDatumPage', 'datums', 'resource');
  return {
    resource: last.resource,
    datum_id: list.map((datum) => datum.datum_id),
    datum_kwargs: toColumns(list.map((datum) => datum.datum_kwargs)),
  };
}

/** The datums of a page, one by one. */
export function* unpackDatumPage(page: DatumPage): Generator<Datum, void, undefined> {
  const { resource, datum_id: ids, datum_kwargs: columns } = page;
  const argumentsAt = rowReader(columns);
  const length = Math.max(rowCount(ids), commonLength(columns));
  for (let at = 0; at < length; at++) {
    yield {
      datum_id: (at < rowCount(ids) ? ids[at] : {}) as string,
      datum_kwargs: argumentsAt(at),
      resource,
    };
  }
}

/**
 * One page of several, in their order; a single page is returned as it is.
 *
 * @throws {@link EventModelValueError} without pages, {@link EventModelKeyError} if a page lacks an argument
 */
export function mergeDatumPages(pages: Iterable<DatumPage>): DatumPage {
  const list = [...pages];
  const first = list[0];
  if (!first) throw nothingToPack('mergeDatumPages', 'pages', 'resource');
  if (list.length === 1) return first;
  return {
    resource: first.resource,
    datum_id: list.flatMap((page) => allRows(page.datum_id)),
    datum_kwargs: stacked(
      list.map((page) => page.datum_kwargs),
      Object.keys(first.datum_kwargs),
      'datum_kwargs',
    ),
  };
}

/**
 * Cuts and joins pages so that each has `size` datums, the last perhaps fewer.
 *
 * @throws {@link EventModelValueError} on a size that is no whole number above 0
 */
export function rechunkDatumPages(pages: Iterable<DatumPage>, size: number): Generator<DatumPage, void, undefined> {
  return rechunked(pages, size, { length: (page) => page.datum_id.length, slice: slicePage, merge: mergeDatumPages });
}

function slicePage(page: DatumPage, from: number, to: number): DatumPage {
  return {
    resource: page.resource,
    datum_id: allRows(page.datum_id).slice(from, to),
    datum_kwargs: sliced(page.datum_kwargs, from, to),
  };
}
