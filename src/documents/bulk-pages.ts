import { toColumns } from './columns.js';
import { packEventPage } from './event-pages.js';
import type { BulkDatum } from './generated/bulk-datum.js';
import type { BulkEvent, BulkEvents } from './generated/bulk-events.js';
import type { DatumPage } from './generated/datum-page.js';
import type { Event } from './generated/event.js';
import type { EventPage } from './generated/event-page.js';

/** Pages with the events of an older document, one a descriptor. */
export function bulkEventsToEventPages(bulk: BulkEvents): EventPage[] {
  const byDescriptor = new Map<string, BulkEvent[]>();
  for (const event of Object.values(bulk).flat()) {
    const events = byDescriptor.get(event.descriptor);
    if (events) events.push(event);
    else byDescriptor.set(event.descriptor, [event]);
  }
  return Array.from(byDescriptor.values(), (events) => packEventPage(events as unknown as readonly Event[]));
}

/** A page with the datums of an older document. */
export function bulkDatumToDatumPage(bulk: BulkDatum): DatumPage {
  return { datum_id: bulk.datum_ids, resource: bulk.resource, datum_kwargs: toColumns(bulk.datum_kwarg_list) };
}
